using OutletBot.Crm;

namespace OutletBot.Conversations;

/// <summary>Tells who wrote a message that GHL shows.</summary>
internal static class Senders
{
    private static readonly string[] Automatic = ["api", "workflow", "campaign", "bulk_actions"];

    /// <summary>Whether a person of the agency wrote it, in GHL or on their phone: no workflow, no campaign, not we.</summary>
    public static bool IsByPerson(this CrmMessage message) =>
        !message.Inbound && (message.Source == "app" || (message.UserId is not null && !Automatic.Contains(message.Source, StringComparer.Ordinal)));
}
