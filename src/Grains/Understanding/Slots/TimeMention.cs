using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>What a mention of a time speaks of.</summary>
internal enum MentionKind
{
    /// <summary>The place in the list shown.</summary>
    Place,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>A part of the day.</summary>
    Part,

    /// <summary>A number that may be several of these.</summary>
    Loose,
}

/// <summary>One mention of a time and the offered slots that it fits.</summary>
/// <param name="Kind">What it speaks of.</param>
/// <param name="Span">Its tokens.</param>
/// <param name="Fits">Indexes into the offer.</param>
/// <param name="Wish">The time meant, as far as it was said.</param>
internal sealed record TimeMention(MentionKind Kind, Span Span, int[] Fits, SlotWish? Wish = null)
{
    /// <summary>For an ordinal: its place counted from 0, -1 for the last.</summary>
    public int? Ordinal { get; init; }
}
