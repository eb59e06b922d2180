using OutletBot.Crm;
using OutletBot.Locations;
using OutletBot.Playbooks;

namespace OutletBot.Conversations;

/// <summary>What a decision depends on beside the conversation itself.</summary>
internal sealed record Setting
{
    public required LocationSettings Location { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The tags that are set here.</summary>
    public PlaybookTags Tags => Location.Playbook.Tags;

    /// <summary>Free times of the calendar, ascending; null while they have not been looked up.</summary>
    public IReadOnlyList<DateTimeOffset>? FreeTimes { get; init; }

    public TimeSpan HandOffTimeout { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The contact's tag that gives the conversation to a person.</summary>
    public string TakeOverTag { get; init; } = "bot-off";

    /// <summary>The contact's tag that gives it back.</summary>
    public string ReleaseTag { get; init; } = "bot-on";

    /// <summary>GHL's newest messages, read when a person gives the conversation back; empty otherwise.</summary>
    public IReadOnlyList<CrmMessage> Meanwhile { get; init; } = [];

    public string? GreetingWorkflowId { get; init; }
}

/// <summary>What <see cref="Conversation.Decide"/> answers.</summary>
/// <param name="Next">The conversation after the turn, its effects included; null when the free times must be looked up first.</param>
internal readonly record struct Decision(Conversation? Next)
{
    /// <summary>Decide again, with <see cref="Setting.FreeTimes"/>.</summary>
    public static Decision NeedsFreeTimes => default;
}
