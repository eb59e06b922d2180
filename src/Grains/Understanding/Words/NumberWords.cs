using System.Collections.Frozen;
using System.Globalization;

namespace OutletBot.Understanding;

/// <summary>A number as it was written or spelt.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Span">Its tokens.</param>
/// <param name="Scaled">Whether it bears a "mil" or "k".</param>
/// <param name="Spelt">Whether it is in words.</param>
internal readonly record struct SaidNumber(decimal Value, Span Span, bool Scaled, bool Spelt);

/// <summary>Reads numbers: "2.5k", "1,200", "dos mil quinientos", "fifteen hundred", "un par de cientos", "medio millón".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Units = Table(
        "un uno una one:1 dos two:2 tres three:3 cuatro four kuatro:4 cinco five:5 seis six:6 siete seven:7 ocho eight:8 nueve nine:9 diez dies ten:10 once eleven:11 "
        + "doce dose twelve:12 trece thirteen:13 catorce fourteen:14 quince kinse fifteen:15 dieciseis sixteen:16 diecisiete seventeen:17 dieciocho eighteen:18 "
        + "diecinueve nineteen:19 veinte twenty:20 veintiuno veintiun:21 veintidos:22 veintitres:23 veinticuatro:24 veinticinco:25 veintiseis:26 veintisiete:27 "
        + "veintiocho:28 veintinueve:29 treinta thirty:30 cuarenta forty fourty:40 cincuenta fifty:50 sesenta sixty:60 setenta seventy:70 ochenta eighty:80 "
        + "noventa ninety:90 cien ciento:100 doscientos doscientas:200 trescientos trescientas:300 cuatrocientos cuatrocientas:400 "
        + "quinientos quinientas quinietos kinientos:500 seiscientos seiscientas:600 setecientos setecientas sietecientos:700 ochocientos ochocientas:800 "
        + "novecientos novecientas nuevecientos:900");

    private static readonly FrozenDictionary<string, int> Scales = Table(
        "mil thousand grand k miles:1000 hundred hundreds cientos:100 millon millones million mill:1000000");

    private static readonly FrozenDictionary<string, int> Pairs = Table("par couple:2");

    /// <summary>The number that starts at a token.</summary>
    public static SaidNumber? At(Message message, int at)
    {
        if (at >= message.Count)
            return null;

        var token = message[at];
        if (token.Kind == TokenKind.Number)
            return Digits(token.Text) is { } value ? Scale(message, at, at + 1, value, spelt: false) : null;

        if (token.Kind != TokenKind.Word)
            return null;

        if (token.Text is "medio" or "media" && message.Is(at + 1, "millon"))
            return new(500_000, new(at, at + 2), Scaled: true, Spelt: true);

        if (token.Text is "half" && message.Is(at + 1, "a") && message.Is(at + 2, "million"))
            return new(500_000, new(at, at + 3), Scaled: true, Spelt: true);

        return Couple(message, at) ?? Spelt(message, at);
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

    private static SaidNumber? Couple(Message message, int at)
    {
        var noun = message[at].Text is "un" or "a" ? at + 1 : at;
        if (noun >= message.Count || !Pairs.TryGetValue(message[noun].Text, out var factor))
            return null;

        var scale = message.Is(noun + 1, "de") || message.Is(noun + 1, "of") ? noun + 2 : noun + 1;
        return scale < message.Count && Scales.TryGetValue(message[scale].Text, out var by)
            ? new(factor * by, new(at, scale + 1), Scaled: true, Spelt: true)
            : null;
    }

    private static SaidNumber? Scale(Message message, int start, int end, decimal value, bool spelt)
    {
        if (end < message.Count && message[end].Before <= Gap.Space && message[end].Kind == TokenKind.Word)
        {
            if (Scales.TryGetValue(message[end].Text, out var by) && value < 10_000)
            {
                var scaled = value * by;
                if (by == 1000 && message[end].Text != "k" && Below(message, end + 1, 1000) is { } rest)
                    return new(scaled + rest.Value, new(start, rest.Span.End), Scaled: true, spelt);
                return new(scaled, new(start, end + 1), Scaled: true, spelt);
            }
        }

        return new(value, new(start, end), Scaled: false, spelt);
    }

    private static SaidNumber? Spelt(Message message, int at)
    {
        var text = message[at].Text;
        if (text is "a" && message.Is(at + 1, Hundreds))
            return new(message[at + 1].Text == "hundred" ? 100 : 1000, new(at, at + 2), Scaled: true, Spelt: true);

        if (text is "mil" or "thousand" or "hundred")
        {
            var first = text == "hundred" ? 100 : 1000;
            return Below(message, at + 1, first) is { } rest
                ? new(first + rest.Value, new(at, rest.Span.End), Scaled: true, Spelt: true)
                : new(first, new(at, at + 1), Scaled: true, Spelt: true);
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
            if (message[i].Kind == TokenKind.Number && i == at && at > 0 && Scales.ContainsKey(message[at - 1].Text)
                && Digits(message[i].Text) is { } written and >= 10 && written < limit && message[i].Text.Length == 3)
            {
                return new(written, new(i, i + 1), Scaled: false, Spelt: false);
            }

            if (i > at && message[i].Text is "y" or "and" && i + 1 < message.Count && Unit(message[i + 1]) is { } next && next < smallest && next < 100
                && (smallest is >= 30 and < 100 && next < 10 || (message[i].Text is "and" && smallest >= 100)))
            {
                continue;
            }

            if (Unit(message[i]) is { } unit && unit < limit && unit < smallest && (smallest == int.MaxValue || smallest >= 20) && Falls(unit, smallest))
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

    private static int? Unit(Token token)
    {
        if (token.Kind != TokenKind.Word)
            return null;

        return Units.TryGetValue(token.Text, out var value) || (token.Sound.Length > 0 && Units.TryGetValue(token.Sound, out value)) ? value : null;
    }

    private static readonly FrozenSet<string> Hundreds = new[] { "hundred", "thousand" }.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Table(string spec)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new List<string>();
        foreach (var part in spec.Split(' '))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            waiting.Add(colon < 0 ? part : part[..colon]);
            if (colon < 0)
                continue;

            var value = int.Parse(part[(colon + 1)..], CultureInfo.InvariantCulture);
            foreach (var word in waiting)
            {
                table[word] = value;
                if (Folding.Sound(word) is { Length: > 0 } sound)
                    table.TryAdd(sound, value);
            }

            waiting.Clear();
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
