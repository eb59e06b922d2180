using System.Text.Json.Serialization;

namespace OutletBot.Conversations;

/// <summary>Where a conversation stands.</summary>
public enum Stage
{
    /// <summary>Fields are being collected.</summary>
    Qualifying = 0,

    /// <summary>Times are on offer.</summary>
    Offering,

    /// <summary>An appointment stands.</summary>
    Booked,

    /// <summary>The budget is under the minimum.</summary>
    Nurture,

    /// <summary>The lead asked not to be written to.</summary>
    OptedOut,

    /// <summary>A person answers.</summary>
    HandedOff,
}

/// <summary>A message as the conversation remembers it.</summary>
/// <param name="ByLead">Whether the lead wrote it; else the bot or a person of the agency did.</param>
/// <param name="Text">What was written.</param>
public sealed record Spoken(bool ByLead, string Text)
{
    /// <summary>Whether it was said while a person answered.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Overheard { get; init; }
}
