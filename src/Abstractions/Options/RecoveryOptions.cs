namespace OutletBot.Options;

/// <summary>The section <c>Recovery</c>: finding messages whose webhook never came.</summary>
public sealed class RecoveryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Recovery";

    /// <summary>How often each location is looked through: up to a day, and less than a minute counts as one. Zero: never.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How far back a message may lie: two minutes to six days, and no less than <see cref="Interval"/> and <see cref="Patience"/>
    /// together. The inbox knows handled messages for seven days, and older ones would be answered again.
    /// </summary>
    public TimeSpan LookBack { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a webhook may still be on its way: a second to an hour.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Contacts that we never heard of are ours when they carry this tag, for example <c>meta-lead</c>. Without it only leads who
    /// wrote before are looked for: an agency's other customers must not suddenly get answers from a bot.
    /// </summary>
    public string? ContactTag { get; set; }
}
