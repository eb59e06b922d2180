using System.Globalization;

namespace OutletBot.Understanding;

/// <summary>A number as it was written or spelt.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Span">Its tokens.</param>
/// <param name="Scaled">Whether it bears a "mil" or "k".</param>
/// <param name="Spelt">Whether it is in words.</param>
internal readonly record struct SaidNumber(decimal Value, Span Span, bool Scaled, bool Spelt);

/// <summary>Reads numbers: "2.5k", "1,200", "dos mil quinientos", "fifteen hundred", "un par de cientos", "medio millar", "mil y medio".</summary>
internal static class NumberWords
{
    /// <summary>The number that starts at a token.</summary>
    public static SaidNumber? At(Message message, int at)
    {
        if (at >= message.Count)
            return null;

        var token = message[at];
        if (token.Kind == TokenKind.Number)
            return Digits(token.Text) is { } value ? Scale(message, at, at + 1, value, spelt: false) : null;

        return token.Kind == TokenKind.Word ? Half(message, at) ?? Couple(message, at) ?? Spelt(message, at) : null;
    }

    /// <summary>"1,200.50" and "1.200,50" are the same; "2.5" is two and a half, "1.200" is one thousand two hundred.</summary>
    internal static decimal? Digits(string text)
    {
        if (text.Length > 15)
            return null;

        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return decimal.Parse(text, CultureInfo.InvariantCulture);

        var tail = text.Length - last - 1;
        var separators = text.Count(c => c is '.' or ',');
        var mixed = text.Contains('.', StringComparison.Ordinal) && text.Contains(',', StringComparison.Ordinal);
        var groups = text.Split('.', ',');
        var thousands = groups[0].Length is > 0 and <= 3 && groups[0] != "0" && groups.Skip(1).Take(groups.Length - 2).All(group => group.Length == 3);
        if (tail == 3 && thousands && !(mixed && separators == 1))
            return decimal.Parse(string.Concat(groups), CultureInfo.InvariantCulture);

        if (!thousands && separators > 1)
            return null;

        return decimal.Parse(string.Concat(groups[..^1]) + "." + groups[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>"medio millar", "half a grand".</summary>
    private static SaidNumber? Half(Message message, int at)
    {
        if (message[at].Text is not ("medio" or "media" or "half"))
            return null;

        var noun = message.Is(at + 1, "a") || message.Is(at + 1, "un") ? at + 2 : at + 1;
        return Numerals.Scale(message, noun) is { } by and >= 1000 ? new(by / 2m, new(at, noun + 1), Scaled: true, Spelt: true) : null;
    }

    /// <summary>"un par de cientos", "a couple hundred".</summary>
    private static SaidNumber? Couple(Message message, int at)
    {
        var noun = message[at].Text is "un" or "a" ? at + 1 : at;
        if (!message.Is(noun, "par") && !message.Is(noun, "couple"))
            return null;

        var scale = message.Is(noun + 1, "de") || message.Is(noun + 1, "of") ? noun + 2 : noun + 1;
        return Numerals.Scale(message, scale) is { } by ? new(2 * by, new(at, scale + 1), Scaled: true, Spelt: true) : null;
    }

    private static SaidNumber Scale(Message message, int start, int end, decimal value, bool spelt)
    {
        if (end >= message.Count || message[end].Before > Gap.Space || value >= 10_000 || Numerals.Scale(message, end) is not { } by)
            return new(value, new(start, end), Scaled: false, spelt);

        var rest = by == 1000 ? Below(message, end + 1, 1000) : null;
        return AndHalf(message, start, new(value * by + (rest?.Value ?? 0), new(start, rest?.Span.End ?? end + 1), Scaled: true, spelt), by);
    }

    /// <summary>"mil y medio" is fifteen hundred.</summary>
    private static SaidNumber AndHalf(Message message, int start, SaidNumber said, int by)
    {
        var end = said.Span.End;
        return message.Is(end, "y") && (message.Is(end + 1, "medio") || message.Is(end + 1, "media")) && message[end + 1].Before <= Gap.Space
            ? said with { Value = said.Value + (by / 2m), Span = new(start, end + 2) }
            : said;
    }

    private static SaidNumber? Spelt(Message message, int at)
    {
        var text = message[at].Text;
        if (text is "a" or "un" && at + 1 < message.Count && message[at + 1].Text is "hundred" or "thousand" or "grand" or "millar" or "centenar")
            return new(Numerals.Scale(message, at + 1) ?? 1, new(at, at + 2), Scaled: true, Spelt: true);

        if (text is "mil" or "thousand" or "hundred")
        {
            var first = text == "hundred" ? 100 : 1000;
            return Below(message, at + 1, first) is { } rest
                ? new(first + rest.Value, new(at, rest.Span.End), Scaled: true, Spelt: true)
                : AndHalf(message, at, new(first, new(at, at + 1), Scaled: true, Spelt: true), first);
        }

        if (Numerals.Joined(text) is { } joined)
        {
            var rest = joined % 1000 == 0 ? Below(message, at + 1, 1000) : null;
            return new(joined + (rest?.Value ?? 0), new(at, rest?.Span.End ?? at + 1), Scaled: true, Spelt: true);
        }

        return Below(message, at, 1000) is { } below ? Scale(message, at, below.Span.End, below.Value, spelt: true) : null;
    }

    /// <summary>A sum of falling number words under a limit: "dos cientos cincuenta", "cuarenta y cinco", "five hundred fifty".</summary>
    private static SaidNumber? Below(Message message, int at, int limit)
    {
        var sum = 0m;
        var smallest = int.MaxValue;
        var end = at;
        for (var i = at; i < message.Count && (i == at || message[i].Before <= Gap.Space); i++)
        {
            if (message[i].Kind == TokenKind.Number && i == at && at > 0 && Numerals.Scale(message, at - 1) is not null
                && message[i].Text.Length == 3 && Digits(message[i].Text) is { } written and >= 10 && written < limit)
            {
                return new(written, new(i, i + 1), Scaled: false, Spelt: false);
            }

            if (i > at && message[i].Text is "y" or "and" && i + 1 < message.Count && Numerals.Unit(message[i + 1]) is { } next && next < smallest && next < 100
                && (smallest is >= 30 and < 100 && next < 10 || (message[i].Text is "and" && smallest >= 100)))
            {
                continue;
            }

            if (Numerals.Unit(message[i]) is { } unit && unit < limit && unit < smallest && (smallest == int.MaxValue || smallest >= 20) && Falls(unit, smallest))
            {
                sum += unit;
                smallest = unit;
                end = i + 1;
                continue;
            }

            if (i > at && message[i].Text is "hundred" or "hundreds" or "cientos" && sum is > 0 and < 100 && limit > 100)
            {
                sum *= 100;
                smallest = 100;
                end = i + 1;
                continue;
            }

            break;
        }

        return end > at ? new(sum, new(at, end), Scaled: false, Spelt: true) : null;
    }

    private static bool Falls(int unit, int smallest) =>
        smallest == int.MaxValue || (smallest >= 100 ? unit < 100 : unit < 10);
}
