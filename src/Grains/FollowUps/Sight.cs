using System.Text.Json.Serialization;
using OutletBot.Crm;

namespace OutletBot.FollowUps;

/// <summary>What GHL showed right before a follow-up, as far as it matters.</summary>
internal sealed record Sight
{
    /// <summary>The contact's switches; null where it could not be read.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What was written since our last word, the newest first, without the words.</summary>
    public IReadOnlyList<CrmMessage> Latest { get; init; } = [];

    /// <summary>When the lead wrote last by GHL's list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? WroteAt { get; init; }

    /// <summary>Whether the appointment was looked at as well.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AtAppointment { get; init; }

    /// <summary>How it stood; null where it could not be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Appointment? Appointment { get; init; }

    /// <summary>Keeps what matters.</summary>
    public static Sight Of(Contact? contact, IReadOnlyList<CrmMessage> messages, Func<CrmMessage, bool> isSince) => new()
    {
        Contact = contact is null ? null : new Contact { Id = contact.Id, Tags = contact.Tags, DoNotDisturb = contact.DoNotDisturb },
        Latest = [.. messages.TakeWhile(isSince).Select(m => m with { Text = "" })],
        WroteAt = messages.Where(m => m.Inbound).Select(m => (DateTimeOffset?)m.At).Max(),
    };
}
