using System.Collections.Frozen;
using System.Globalization;
using OutletBot.Conversations;

namespace OutletBot.Understanding;

internal sealed partial class TimeMentions
{
    private TimeMention? Hour(int i)
    {
        var clock = Clock(i);
        if (clock is not { } said)
            return null;

        var (hour, minute, end, marked) = said;
        var led = message.Is(i - 1, "las") || (message.Is(i - 1, "la") && hour == 1 && (message.Is(i - 2, "a") || message.Is(i - 2, "de") || marked || minute > 0)) || message.Is(i - 1, "at") || message.Is(i - 1, Around);
        bool? afternoon = null;
        var half = end;
        if (half < message.Count && message[half].Before <= Gap.Space && message[half].Text is "am" or "pm" or "a" or "p" && (message[half].Text.Length == 2 || message[half].Before == Gap.None))
            (afternoon, end) = (message[half].Text[0] == 'p', half + 1);
        else if (half < message.Count && message[half].Text is "ish" or "hrs" or "hs" or "h" or "oclock" && message[half].Before <= Gap.Space)
            (marked, end) = (true, half + 1);

        var part = end;
        if (message.Is(part, "en") && message.Is(part + 1, "punto"))
            part = end += 2;
        if (message.Is(part, "de") || message.Is(part, "in"))
        {
            if (message.Is(part + 1, "la") && part + 2 < message.Count && message[part + 2].Text is "manana" or "tarde" or "noche")
                (afternoon, end) = (message[part + 2].Text != "manana", part + 3);
            else if (message.Is(part + 1, "the") && part + 2 < message.Count && message[part + 2].Text is "morning" or "afternoon" or "evening")
                (afternoon, end) = (message[part + 2].Text != "morning", part + 3);
        }

        if (!led && !marked && afternoon is null)
            return null;

        if (hour > 12)
            afternoon = null;
        var exact = afternoon is null ? (int?)null : (hour % 12) + (afternoon.Value ? 12 : 0);
        var start = message.Is(i - 1, "las") || message.Is(i - 1, "la") || message.Is(i - 1, "at") ? i - 1 : i;
        var wished = exact ?? (hour is >= 1 and <= 6 ? hour + 12 : hour);
        var wish = new SlotWish(null, new TimeOnly(wished % 24, minute));
        if (Bound(start, exact, hour, minute, end, wish) is { } bounded)
            return bounded;

        return new(MentionKind.Hour, new(start, end), Where(slot => slot.Minute == minute && (exact is { } known ? slot.Hour == known : hour > 12 ? slot.Hour == hour : slot.Hour % 12 == hour % 12)), wish);
    }

    private static readonly FrozenSet<string> Around = new[] { "tipo", "after", "before", "past" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Después de las 3" fits all that start then or later.</summary>
    private TimeMention? Bound(int start, int? exact, int hour, int minute, int end, SlotWish wish)
    {
        var before = message.Is(start - 1, "de") ? start - 2 : start - 1;
        if (before < 0 || message[before].Text is not ("despues" or "after" or "antes" or "before" or "partir"))
            return null;

        var late = message[before].Text is "despues" or "after" or "partir";
        var from = (((exact ?? (hour is >= 1 and <= 7 ? hour + 12 : hour)) % 24) * 60) + minute;
        return new(MentionKind.Part, new(before, end), Where(slot => late ? (slot.Hour * 60) + slot.Minute >= from : (slot.Hour * 60) + slot.Minute < from),
            late ? new(null, null, wish.Time!.Value.Hour, 24) : new(null, null, 0, Math.Max(1, wish.Time!.Value.Hour)));
    }

    private (int Hour, int Minute, int End, bool Marked)? Clock(int i)
    {
        var token = message[i];
        if (token.Kind == TokenKind.Number && token.Text.Contains('.', StringComparison.Ordinal))
        {
            var split = token.Text.Split('.');
            return split.Length == 2 && split[1].Length == 2 && int.TryParse(split[0], CultureInfo.InvariantCulture, out var h) && int.TryParse(split[1], CultureInfo.InvariantCulture, out var m) && h is >= 0 and < 24 && m < 60
                ? (h, m, i + 1, message.Is(i - 1, "las")) : null;
        }

        if (token.Kind == TokenKind.Number && token.Text.Length is 3 or 4 && (message.Is(i - 1, "las") || message.Is(i - 1, "at") || (i > 0 && Weekday(i - 1) is not null && token.Before <= Gap.Space) || message.Is(i + 1, Halves))
            && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var run) && run / 100 is >= 1 and < 24 && run % 100 < 60)
            return (run / 100, run % 100, i + 1, true);

        if (Small(i) is not { } hour || hour > 23)
            return null;

        if (message.Is(i + 1, ":") && i + 2 < message.Count && message[i + 2].Kind == TokenKind.Number && message[i + 2].Text.Length == 2 && int.TryParse(message[i + 2].Text, CultureInfo.InvariantCulture, out var minute) && minute < 60)
            return (hour, minute, i + 3, true);

        if (hour is >= 1 and <= 12 && message.Is(i + 1, "y"))
        {
            if (message.Is(i + 2, "media"))
                return (hour, 30, i + 3, true);
            if (message.Is(i + 2, "cuarto"))
                return (hour, 15, i + 3, true);
            if (i + 2 < message.Count && NumberWords.At(message, i + 2) is { Value: 15 or 30 or 45, Scaled: false } past)
                return (hour, (int)past.Value, past.Span.End, message.Is(i - 1, "las"));
        }

        if (hour is >= 1 and <= 12 && i + 1 < message.Count && message[i + 1].Before == Gap.Space && NumberWords.At(message, i + 1) is { Value: 15 or 30 or 45, Scaled: false } then && (token.Kind == TokenKind.Word || message.Is(i - 1, "las") || message.Is(i - 1, "at")))
            return (hour, (int)then.Value, then.Span.End, true);

        return (hour, 0, i + 1, false);
    }
}
