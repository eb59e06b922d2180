using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Several days at once: a weekend, a week.</summary>
internal sealed partial class TimeMentions
{
    private static readonly Phrases Weekend = new("(el|este|proximo|the|this)? (fin|fines) de semana", "(el|este|the|this)? (finde|weekend)");
    private static readonly Phrases NextWeek = new("(la)? (proxima|siguiente|otra) semana", "(la)? semana (que viene|que entra|entrante|proxima)", "next week");
    private static readonly Phrases ThisWeek = new("(en|de)? esta (misma)? semana", "this week");

    private TimeMention? Days(int i)
    {
        if (Weekend.At(message, i) is { } weekend)
            return Today.DayOfWeek == DayOfWeek.Sunday ? OnDays(weekend, Today, 1) : OnDays(weekend, Ahead(DayOfWeek.Saturday), 2);
        if (NextWeek.At(message, i) is { } week)
            return OnDays(week, Next(DayOfWeek.Monday), 7);
        return ThisWeek.At(message, i) is { } current ? OnDays(current, Today, (7 - (int)Today.DayOfWeek) % 7 + 1) : null;
    }

    private TimeMention OnDays(Span span, DateOnly first, int days)
    {
        var last = first.AddDays(days - 1);
        return new(MentionKind.Day, span, Where(slot => DateOnly.FromDateTime(slot.Date) >= first && DateOnly.FromDateTime(slot.Date) <= last), new(first, null) { LastDate = last });
    }

    /// <summary>The next such day, today included.</summary>
    private DateOnly Ahead(DayOfWeek day) => Today.AddDays(((int)day - (int)Today.DayOfWeek + 7) % 7);
}
