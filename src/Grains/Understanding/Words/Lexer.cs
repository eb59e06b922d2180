using System.Collections.Frozen;
using System.Text;

namespace OutletBot.Understanding;

/// <summary>Cuts a text into tokens. Anything goes in: lone surrogates, right-to-left marks, ten kilobytes of noise.</summary>
internal static class Lexer
{
    /// <summary>Nobody says more than this at once; what lies beyond is noise.</summary>
    private const int MostTokens = 1500;

    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["q"] = "que",
        ["k"] = "que",
        ["ke"] = "que",
        ["qe"] = "que",
        ["xq"] = "porque",
        ["pq"] = "porque",
        ["xk"] = "porque",
        ["pk"] = "porque",
        ["porq"] = "porque",
        ["x"] = "por",
        ["d"] = "de",
        ["t"] = "te",
        ["pos"] = "pues",
        ["pus"] = "pues",
        ["ps"] = "pues",
        ["yall"] = "you",
        ["tmb"] = "tambien",
        ["tb"] = "tambien",
        ["pa"] = "para",
        ["toy"] = "estoy",
        ["ola"] = "hola",
        ["oy"] = "hoy",
        ["mñn"] = "manana",
        ["mnn"] = "manana",
        ["mnna"] = "manana",
        ["manna"] = "manana",
        ["qiero"] = "quiero",
        ["u"] = "you",
        ["ur"] = "your",
        ["pls"] = "please",
        ["plz"] = "please",
        ["thx"] = "thanks",
        ["ty"] = "thanks",
        ["porfa"] = "favor",
        ["porfis"] = "favor",
        ["porfi"] = "favor",
        ["porfavorcito"] = "favor",
        ["plis"] = "please",
        ["porfavor"] = "favor",
        ["tmrw"] = "tomorrow",
        ["tmr"] = "tomorrow",
        ["tomorow"] = "tomorrow",
        ["tommorow"] = "tomorrow",
        ["tommorrow"] = "tomorrow",
        ["ntp"] = "gracias",
        ["nesesto"] = "necesito",
        ["okey"] = "ok",
        ["okay"] = "ok",
        ["oki"] = "ok",
        ["okis"] = "ok",
        ["k'"] = "ok",
        ["sip"] = "si",
        ["sipi"] = "si",
        ["nop"] = "no",
        ["nope"] = "no",
        ["yeah"] = "yes",
        ["yep"] = "yes",
        ["yup"] = "yes",
        ["ya'll"] = "you",
        ["grax"] = "gracias",
        ["graxias"] = "gracias",
        ["bn"] = "bien",
        ["vdd"] = "verdad",
        ["tngo"] = "tengo",
        ["mgusta"] = "gusta",
        ["cant"] = "cant",
        ["cannot"] = "cant",
        ["nomas"] = "nomas",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Hours = new[] { "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Shortened = new[] { "dr", "dra", "sr", "sra", "srta", "lic", "ing", "arq", "prof", "profa", "mtro", "mtra", "mr", "mrs", "ms", "ma", "fco", "gpe", "st" }.ToFrozenSet(StringComparer.Ordinal);

    public static (Token[] Tokens, bool[] Asks) Read(string source, IReadOnlyList<(int Start, int End)> addresses)
    {
        var tokens = new List<Token>();
        var asks = new List<bool>();
        var sentence = 0;
        var opened = false;
        var gap = Gap.Stop;
        var address = 0;

        for (var i = 0; i < source.Length && tokens.Count < MostTokens;)
        {
            if (address < addresses.Count && addresses[address].Start <= i)
            {
                var end = Math.Max(addresses[address++].End, i + 1);
                Add(TokenKind.Address, "@", i, end);
                i = end;
                continue;
            }

            var c = Folding.Fold(source[i]);
            if (char.IsAsciiDigit(c))
                i = Number(i);
            else if (char.IsLetter(c))
                i = Word(i);
            else
                i = Between(i, c);
        }

        Close(opened);
        return ([.. tokens], [.. asks]);

        void Add(TokenKind kind, string text, int start, int end)
        {
            tokens.Add(new(kind, text, kind == TokenKind.Word ? Folding.Sound(text) : "", start, end, tokens.Count == 0 ? Gap.Stop : gap));
            asks.Add(false);
            gap = Gap.None;
        }

        void Close(bool question)
        {
            for (; sentence < asks.Count; sentence++)
                asks[sentence] = question;
            opened = false;
        }

        int Number(int start)
        {
            var end = start;
            var text = new StringBuilder();
            while (end < source.Length)
            {
                var digit = Folding.Fold(source[end]);
                if (char.IsAsciiDigit(digit))
                    text.Append(digit);
                else if (source[end] is '.' or ',' or '\'' or '’' && end + 1 < source.Length && char.IsAsciiDigit(Folding.Fold(source[end + 1])))
                    text.Append(source[end] is '.' ? '.' : ',');
                else
                    break;
                end++;
            }

            if (text.ToString() == "4" && tokens.Count > 0 && ForWhom(end))
            {
                Add(TokenKind.Word, "for", start, end);
                return end;
            }

            Add(TokenKind.Number, text.ToString(), start, end);
            return end;
        }

        // "Friday at 5 works 4 me".
        bool ForWhom(int at) => tokens[^1].Text is "works" or "work" or "good" or "ok" or "fine" or "great" or "perfect" or "better" or "best" or "thanks" or "cool" or "time"
            && (source.AsSpan(at).StartsWith(" me", StringComparison.OrdinalIgnoreCase) || source.AsSpan(at).StartsWith(" u", StringComparison.OrdinalIgnoreCase) || source.AsSpan(at).StartsWith(" you", StringComparison.OrdinalIgnoreCase));

        int Word(int start)
        {
            if (MiddayMark(start) is { } marked)
            {
                Add(TokenKind.Word, Folding.Fold(source[start]) + "m", start, marked);
                return marked;
            }

            var text = new StringBuilder();
            var end = start;
            for (; end < source.Length; end++)
            {
                var c = Folding.Fold(source[end]);
                if (char.IsLetter(c))
                    text.Append(c);
                else if (c is not '\0' && !(c is '\'' or '’' or '`' or '´' && end + 1 < source.Length && char.IsLetter(source[end + 1])))
                    break;
            }

            var word = Folding.Squeeze(text.ToString());
            if (word is "ala" or "alas" && HourFollows(end))
            {
                Add(TokenKind.Word, "a", start, start + 1);
                Add(TokenKind.Word, word[1..], start + 1, end);
                return end;
            }

            Add(TokenKind.Word, gap == Gap.None && tokens.Count > 0 ? word : Abbreviations.GetValueOrDefault(word, word), start, end);
            return end;
        }

        // "Ala 1", "alas tres": run together with the article of an hour.
        bool HourFollows(int at)
        {
            while (at < source.Length && source[at] == ' ')
                at++;
            var end = at;
            while (end < source.Length && char.IsLetterOrDigit(source[end]))
                end++;
            return end > at && (char.IsAsciiDigit(source[at]) || Hours.Contains(source[at..end].ToLowerInvariant()));
        }

        int? MiddayMark(int start)
        {
            if (Folding.Fold(source[start]) is not ('a' or 'p') || start + 2 >= source.Length || source[start + 1] != '.')
                return null;

            var m = source[start + 2] == ' ' ? start + 3 : start + 2;
            if (m >= source.Length || Folding.Fold(source[m]) != 'm' || (m + 1 < source.Length && char.IsLetter(source[m + 1])))
                return null;

            return m + 1 < source.Length && source[m + 1] == '.' ? m + 2 : m + 1;
        }

        int Between(int at, char c)
        {
            var between = at > 0 && at + 1 < source.Length && char.IsLetterOrDigit(source[at - 1]) && char.IsLetterOrDigit(source[at + 1]);
            var digits = at > 0 && at + 1 < source.Length && char.IsAsciiDigit(source[at - 1]) && char.IsAsciiDigit(source[at + 1]);
            switch (c)
            {
                case '\0':
                    break;
                case '$' or '€' or '£' or '%' or '@' or '/' or '#' or '&' or '+':
                    Add(TokenKind.Sign, c.ToString(), at, at + 1);
                    break;
                case ':' when digits:
                    Add(TokenKind.Sign, ":", at, at + 1);
                    break;
                case '-' or '–' or '—' when Dashed(at):
                    Add(TokenKind.Sign, "-", at, at + 1);
                    break;
                case '-' or '–' or '_' when between:
                    gap = Max(gap, Gap.Space);
                    break;
                case '?':
                    Close(question: true);
                    gap = Gap.Stop;
                    break;
                case '¿':
                    Close(opened);
                    opened = true;
                    gap = Gap.Stop;
                    break;
                case '.' when between:
                    gap = Max(gap, Gap.Comma);
                    break;
                case '.' when Shortens(at):
                    gap = Max(gap, Gap.Space);
                    break;
                case '.' or '!' or ';' or '…' or '¡':
                    Close(opened);
                    gap = Gap.Stop;
                    break;
                case '\n' or '\r' or ',' or '(' or ')' or ':' or '"' or '“' or '”' or '-' or '–' or '—' or '|' or '*' or '~' or '>':
                    gap = Max(gap, Gap.Comma);
                    break;
                case '\ud83d' when at + 1 < source.Length && source[at + 1] is '\udc4d' or '\udc4c':
                    gap = Max(gap, Gap.Comma);
                    Add(TokenKind.Word, "si", at, at + 2);
                    gap = Gap.Comma;
                    return at + 2;
                case '\ud83d' when at + 1 < source.Length && source[at + 1] is '\udc4e':
                    gap = Max(gap, Gap.Comma);
                    Add(TokenKind.Word, "no", at, at + 2);
                    gap = Gap.Comma;
                    return at + 2;
                case '✅':
                    Add(TokenKind.Word, "si", at, at + 1);
                    gap = Gap.Comma;
                    break;
                default:
                    gap = Max(gap, char.IsWhiteSpace(c) ? Gap.Space : Gap.Comma);
                    break;
            }

            return at + 1;
        }

        // "Dr. Salinas", "Ma. Elena", "J. Cruz": the dot of a short form ends no sentence.
        bool Shortens(int at) => tokens.Count > 0 && tokens[^1].End == at && at + 2 < source.Length && source[at + 1] == ' ' && char.IsLetter(source[at + 2])
            && (Shortened.Contains(tokens[^1].Text) || (at - tokens[^1].Start == 1 && char.IsUpper(source[tokens[^1].Start]) && char.IsUpper(source[at + 2])));

        bool Dashed(int at)
        {
            var left = at - 1;
            while (left >= 0 && source[left] == ' ' && at - left < 3)
                left--;
            var right = at + 1;
            while (right < source.Length && source[right] is ' ' or '$' && right - at < 4)
                right++;
            return left >= 0 && right < source.Length && (char.IsAsciiDigit(source[left]) || source[left] is 'k' or 'K') && char.IsAsciiDigit(source[right]);
        }
    }

    private static Gap Max(Gap one, Gap other) => one > other ? one : other;
}
