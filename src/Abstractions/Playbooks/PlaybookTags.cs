namespace OutletBot.Playbooks;

/// <summary>The tags that the bot sets in GHL, lower case as GHL gives them back.</summary>
public sealed record PlaybookTags
{
    /// <summary>All fields known, budget sufficient, appointment booked.</summary>
    public string Qualified { get; init; } = "qualified-lead";

    /// <summary>Budget under the minimum.</summary>
    public string Nurture { get; init; } = "nurture-lead";

    /// <summary>An appointment stands.</summary>
    public string Scheduled { get; init; } = "appointment-scheduled";

    /// <summary>"No me interesa."</summary>
    public string NotInterested { get; init; } = "not-interested";

    /// <summary>Nothing may be sent.</summary>
    public string OptedOut { get; init; } = "opted-out";

    /// <summary>A person must look.</summary>
    public string NeedsHuman { get; init; } = "needs-human";

    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All => [Qualified, Nurture, Scheduled, NotInterested, OptedOut, NeedsHuman];
}
