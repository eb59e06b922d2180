using System.Collections.Frozen;
using System.Globalization;

namespace OutletBot.Understanding;

/// <summary>The words of numbers, with the spellings that people use for them.</summary>
internal static class Numerals
{
    /// <summary>Shorter words differ from others by one letter too often to be guessed at.</summary>
    private const int Guessable = 7;

    private static readonly FrozenDictionary<string, int> Units = Table(
        "cero zero:0 un uno una one:1 dos two:2 tres three:3 cuatro four kuatro:4 cinco five:5 seis six:6 siete seven:7 ocho eight:8 nueve nine:9 diez dies ten:10 once eleven:11 "
        + "doce dose twelve:12 trece thirteen:13 catorce fourteen:14 quince kinse fifteen:15 dieciseis sixteen:16 diecisiete seventeen:17 dieciocho eighteen:18 "
        + "diecinueve nineteen:19 veinte twenty:20 veintiuno veintiun:21 veintidos:22 veintitres:23 veinticuatro:24 veinticinco:25 veintiseis:26 veintisiete:27 "
        + "veintiocho:28 veintinueve:29 treinta thirty:30 cuarenta forty fourty:40 cincuenta fifty:50 sesenta sixty:60 setenta seventy:70 ochenta eighty:80 "
        + "noventa ninety:90 cien ciento:100 doscientos doscientas:200 trescientos trescientas:300 cuatrocientos cuatrocientas:400 "
        + "quinientos quinientas quinietos kinientos:500 seiscientos seiscientas:600 setecientos setecientas sietecientos:700 ochocientos ochocientas:800 "
        + "novecientos novecientas nuevecientos:900");

    private static readonly FrozenDictionary<string, int> Scales = Table(
        "mil thousand thousands grand k miles millar millares:1000 hundred hundreds cientos centenar centenares:100 millon millones million mill:1000000");

    private static readonly string[] Long = [.. Units.Keys.Where(word => word.Length >= Guessable)];

    /// <summary>A number below a thousand; misspelt where no other word is meant.</summary>
    public static int? Unit(Token token)
    {
        if (token.Kind != TokenKind.Word)
            return null;

        if (Units.TryGetValue(token.Text, out var value) || (token.Sound.Length > 0 && Units.TryGetValue(token.Sound, out value)))
            return value;

        // "Quinientitos", "trescientitos".
        if (token.Text.EndsWith("itos", StringComparison.Ordinal) && Units.TryGetValue(token.Text[..^4] + "os", out var dear))
            return dear;

        return token.Text.Length >= Guessable && Array.Find(Long, word => word[0] == token.Text[0] && word[^1] == token.Text[^1] && Spelling.Distance(word, token.Text) == 1) is { } meant
            ? Units[meant]
            : null;
    }

    /// <summary>What a word multiplies by: "mil", "hundred"; a "k" only behind digits.</summary>
    public static int? Scale(Message message, int at)
    {
        if (at >= message.Count || message[at].Kind != TokenKind.Word)
            return null;

        // Standing alone, "k" is short for "que", and the lexer writes it out.
        if (message[at].End - message[at].Start == 1 && message.Source[message[at].Start] is 'k' or 'K')
            return at > 0 && message[at - 1].Kind == TokenKind.Number ? 1000 : null;

        return Scales.TryGetValue(message[at].Text, out var by) ? by : null;
    }

    /// <summary>"dosmil", "milquinientos": two words written as one.</summary>
    public static int? Joined(string text)
    {
        if (text.Length > 5 && text.EndsWith("mil", StringComparison.Ordinal) && Units.TryGetValue(text[..^3], out var thousands))
            return thousands * 1000;

        return text.Length > 6 && text.StartsWith("mil", StringComparison.Ordinal) && Units.TryGetValue(text[3..], out var rest) && rest >= 100 ? 1000 + rest : null;
    }

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
