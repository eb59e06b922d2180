using System.Globalization;
using System.Text;

namespace OutletBot.Understanding;

/// <summary>A piece of a text in which an address may stand.</summary>
/// <param name="Text">Folded letters and digits, or one sign.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Blank">Whether a blank stands before it.</param>
/// <param name="Spoken">Whether it is a sign that was spelt out: "punto", "guion bajo".</param>
internal readonly record struct Piece(string Text, int Start, int End, bool Blank, bool Spoken = false);

/// <summary>Cuts a text into the pieces of addresses, and writes as signs and digits what was dictated in words.</summary>
internal static class Dictation
{
    private const int MostPieces = 3000;

    /// <summary>Numbers are words of an address only so near to its "arroba".</summary>
    private const int Near = 8;

    private static readonly (string[] Words, string Sign)[] Signs =
    [
        (["guion", "bajo"], "_"), (["guion", "abajo"], "_"), (["guion", "de", "abajo"], "_"), (["guion", "piso"], "_"), (["sub", "guion"], "_"), (["barra", "baja"], "_"), (["raya", "baja"], "_"), (["raya", "abajo"], "_"),
        (["under", "score"], "_"), (["underscore"], "_"), (["subguion"], "_"), (["guion", "medio"], "-"), (["guion", "normal"], "-"), (["guion"], "-"), (["dash"], "-"), (["hyphen"], "-"), (["punto"], "."), (["dot"], "."),
    ];

    private static readonly string[][] Asides =
    [
        ["todo", "junto"], ["todo", "pegado"], ["y", "todo", "junto"], ["y", "en", "minusculas"], ["y", "en", "minuscula"], ["y", "con", "minusculas"], ["y", "minusculas"], ["y", "sin", "espacios"], ["y", "sin", "acentos"], ["y", "sin", "acento"], ["y", "pegado"], ["pegadito"], ["todo", "pegadito"], ["todo", "juntito"], ["todo", "en", "minusculas"], ["todo", "en", "minuscula"], ["todo", "minusculas"], ["todo", "minuscula"], ["todas", "minusculas"], ["en", "minusculas"], ["en", "minuscula"], ["con", "minusculas"], ["con", "minuscula"], ["minusculas"],
        ["sin", "espacios"], ["sin", "acento"], ["sin", "acentos"], ["sin", "puntos"], ["en", "mayusculas"], ["all", "lowercase"], ["all", "lower", "case"], ["in", "lowercase"], ["lowercase"], ["all", "one", "word"], ["one", "word"], ["no", "spaces"], ["all", "together"], ["junto"],
    ];

    public static bool IsAt(string text) => text is "@" or "arroba" or "aroba" or "arova" or "arrova" or "arrroba" or "arrobas";

    public static List<Piece> Pieces(string source) => Numbers(source, Spoken(Cut(source)));

    private static List<Piece> Cut(string source)
    {
        var pieces = new List<Piece>();
        var blank = true;
        for (var i = 0; i < source.Length && pieces.Count < MostPieces;)
        {
            var start = i;
            var text = new StringBuilder();
            for (; i < source.Length && Folding.Fold(source[i]) is var c && (char.IsAsciiLetterOrDigit(c) || c is '\0' or '_' or '-' or '+' or '%'); i++)
            {
                if (c is not '\0')
                    text.Append(c);
            }

            if (text.Length > 0)
            {
                Glued(pieces, text.ToString(), start, i, blank);
                blank = false;
                continue;
            }

            if (i >= source.Length)
                break;

            if (char.IsWhiteSpace(source[i]))
                blank = true;
            else
            {
                pieces.Add(new(source[i] == '＠' ? "@" : source[i].ToString(), i, i + 1, blank));
                blank = false;
            }

            i++;
        }

        return pieces;
    }

    /// <summary>"juanarrobagmail" is three words, "puntocom" two.</summary>
    private static void Glued(List<Piece> pieces, string text, int start, int end, bool blank)
    {
        var at = text.IndexOf("arroba", StringComparison.Ordinal);
        if (at >= 0 && text.Length > 7)
        {
            if (at > 0)
                pieces.Add(new(text[..at], start, end, blank));
            pieces.Add(new("arroba", start, end, Blank: true));
            if (at + 6 < text.Length)
                Glued(pieces, text[(at + 6)..], start, end, blank: true);
            return;
        }

        if (text.Length > 7 && text.EndsWith("puntocom", StringComparison.Ordinal))
        {
            if (text.Length > 8)
                pieces.Add(new(text[..^8], start, end, blank));
            pieces.Add(new("punto", start, end, Blank: true));
            pieces.Add(new("com", start, end, Blank: true));
            return;
        }

        pieces.Add(new(text, start, end, blank));
    }

    /// <summary>Signs for their words; brackets round "(at)" and asides such as "todo junto" go.</summary>
    private static List<Piece> Spoken(List<Piece> pieces)
    {
        var kept = new List<Piece>();
        for (var i = 0; i < pieces.Count;)
        {
            if (pieces[i].Text is "(" or "[" or "<" or "{" && i + 2 < pieces.Count && pieces[i + 2].Text is ")" or "]" or ">" or "}" && pieces[i + 1].Text is "at" or "dot" or "arroba" or "punto" or "@" or ".")
            {
                kept.Add(pieces[i + 1] with { Text = pieces[i + 1].Text is "at" or "arroba" or "@" ? "arroba" : ".", Blank = true, Spoken = true });
                i += 3;
                continue;
            }

            if (Array.Find(Asides, aside => Stands(pieces, i, aside)) is { } dropped)
            {
                i += dropped.Length;
                continue;
            }

            if (Array.Find(Signs, sign => Stands(pieces, i, sign.Words)) is { Words: { } words } found)
            {
                kept.Add(new(found.Sign, pieces[i].Start, pieces[i + words.Length - 1].End, pieces[i].Blank, Spoken: true));
                i += words.Length;
                continue;
            }

            kept.Add(pieces[i++]);
        }

        return kept;
    }

    /// <summary>"maria veintidos arroba": what is dictated before the sign is digits.</summary>
    private static List<Piece> Numbers(string source, List<Piece> pieces)
    {
        for (var at = pieces.Count - 1; at > 0; at--)
        {
            if (!IsAt(pieces[at].Text) || pieces[at].Text == "@")
                continue;

            for (var i = Math.Max(0, at - Near); i < at && i < pieces.Count; i++)
            {
                var rest = Message.Of(source[pieces[i].Start..pieces[at].Start]);
                if (pieces[i].Spoken || NumberWords.At(rest, 0) is not { Spelt: true, Value: >= 0 and not 1 } said || said.Span.Length > at - i)
                    continue;

                var last = i + said.Span.Length - 1;
                pieces[i] = pieces[i] with { Text = said.Value.ToString("0", CultureInfo.InvariantCulture), End = pieces[last].End };
                pieces.RemoveRange(i + 1, last - i);
                at -= last - i;
            }
        }

        return pieces;
    }

    private static bool Stands(List<Piece> pieces, int at, string[] words)
    {
        if (at + words.Length > pieces.Count)
            return false;

        for (var n = 0; n < words.Length; n++)
        {
            if (pieces[at + n].Text != words[n])
                return false;
        }

        return true;
    }
}
