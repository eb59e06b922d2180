using System.Text;

namespace OutletBot.Understanding;

/// <summary>An address found in a text.</summary>
/// <param name="Address">Lower case, as it was meant.</param>
/// <param name="Doubtful">Whether its domain looks mistyped; <paramref name="Address"/> is the likely form then.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Raw">As it was written, normalised.</param>
internal readonly record struct FoundEmail(string Address, bool Doubtful, int Start, int End, string Raw);

/// <summary>Finds addresses, written or dictated: "maria arroba gmail punto com".</summary>
internal static class EmailReader
{
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "es", "correo", "email", "mail", "mi", "is", "a", "al", "my", "the", "to", "y", "and", "e", "seria", "electronico", "ok", "si", "yes", "claro", "aqui", "este", "address", "hola", "apunta", "anota", "digo", "no", "perdon", "sorry", "or", "o", "por", "favor", "en", "con", "its", "at", "mejor", "bueno", "me", "llega", "usa", "use", "de", "del", "la", "lo", "para", "of", "send", "manda", "mandalo", "mandamelo", "apuntalo", "anotalo", "escribe", "soy", "llamo", "te", "le", "paso", "va", "pues", "creo", "que", "con", "gracias", "ese", "esa", "personal", "trabajo", "work",
    };

    public static List<FoundEmail> Find(string source)
    {
        var pieces = Dictation.Pieces(source);
        var found = new List<FoundEmail>();
        var floor = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var at = Dictation.IsAt(pieces[i].Text) || (pieces[i].Text == "at" && DomainFollows(pieces, i + 1));
            if (!at)
                continue;

            var domain = Domain(pieces, i + 1, out var end);
            var local = Local(pieces, i - 1, floor, out var start);
            if (local.Length == 0 || domain.Length == 0 || local.Length > 64)
                continue;

            // "Insta @tacos.elprimo": a handle, no address.
            if (pieces[i].Blank && pieces[i].Text == "@" && i + 1 < pieces.Count && !pieces[i + 1].Blank && !MailDomains.IsEnding(domain[(domain.LastIndexOf('.') + 1)..]) && !MailDomains.IsProvider(domain))
                continue;

            if (MailDomains.Judge(domain) is { } judged)
            {
                found.Add(new(local + "@" + judged.Domain, judged.Doubtful, pieces[start].Start, pieces[end - 1].End, local + "@" + domain));
                floor = end;
                i = end - 1;
            }
        }

        return found;
    }

    private static bool DomainFollows(List<Piece> pieces, int at) =>
        at + 1 < pieces.Count && ((pieces[at + 1].Spoken && pieces[at + 1].Text is ".") || (pieces[at + 1].Text == "." && !pieces[at + 1].Blank && at + 2 < pieces.Count && !pieces[at + 2].Blank && MailDomains.IsEnding(pieces[at + 2].Text)));

    private static string Domain(List<Piece> pieces, int from, out int end)
    {
        var domain = new StringBuilder();
        end = from;
        var wantsWord = true;
        for (var i = from; i < pieces.Count && i - from < 14;)
        {
            var text = pieces[i].Text;
            if (wantsWord)
            {
                if (!char.IsAsciiLetterOrDigit(text[0]))
                {
                    if ((text is "@" or "." && end == i - 1) || (text is "," && i == from && pieces[from - 1].Text != "@"))
                    {
                        i++;
                        continue;
                    }

                    break;
                }

                domain.Append(text.Trim('_'));
                end = i + 1;
                wantsWord = false;
                i++;
                continue;
            }

            if (pieces[i].Spoken)
            {
                domain.Append(text);
                i++;
                wantsWord = true;
                continue;
            }

            var dot = text is "." or ",";
            if (dot && i + 1 < pieces.Count && (pieces[i + 1].Text is "." || MailDomains.IsEnding(pieces[i + 1].Text) || (text == "." && !pieces[i + 1].Blank && char.IsAsciiLetter(pieces[i + 1].Text[0]))) && !(text == "," && domain.ToString().Contains('.', StringComparison.Ordinal)))
            {
                domain.Append(text == "," ? ",." : ".");
                i++;
                while (i < pieces.Count && pieces[i].Text == ".")
                    i++;
                wantsWord = true;
                continue;
            }

            if (text is "com" && !domain.ToString().Contains('.', StringComparison.Ordinal))
            {
                domain.Append(".com");
                end = i + 1;
            }

            break;
        }

        return domain.ToString().Trim('.', ',', '-');
    }

    private static string Local(List<Piece> pieces, int from, int floor, out int start)
    {
        var parts = new List<string>();
        start = from + 1;
        var words = 0;
        var dictated = from + 1 < pieces.Count && (pieces[from + 1].Text != "@" || pieces[from + 1].Blank);
        for (var i = from; i >= floor; i--)
        {
            var text = pieces[i].Text;
            if (parts.Count > 0 && !dictated && pieces[i + 1].Blank && text is not "." && !pieces[i].Spoken && !pieces[i + 1].Spoken)
                break;

            // "Es con guion bajo taller_lopez@…": what is spelt out says how it is written.
            if (pieces[i].Spoken && parts.Count > 0 && !dictated && pieces[i + 1].Blank && parts[0].Contains(text, StringComparison.Ordinal))
                break;

            if (pieces[i].Spoken && parts.Count > 0)
            {
                parts.Insert(0, text);
                start = i;
                continue;
            }

            if (text == "." && parts.Count > 0 && !pieces[i].Blank && !pieces[i + 1].Blank)
            {
                parts.Insert(0, ".");
                start = i;
                continue;
            }

            // "Priscila ventura, arroba gmail.com": who dictates pauses before the sign.
            if (text == "," && parts.Count == 0 && from - i < 2 && i + 1 < pieces.Count && pieces[i + 1].Text != "@")
                continue;

            if (!char.IsAsciiLetterOrDigit(text[0]) && text[0] is not ('_' or '+' or '-'))
                break;

            // "it's john at": the s is no letter of the address.
            if (i > floor && !pieces[i].Blank && pieces[i - 1].Text is "'" or "’")
                break;

            var joined = parts.Count > 0 && parts[0] is "." or "_" or "-";
            if ((Stops.Contains(text) && text.Length > 1 && parts.Count > 0 && !joined && pieces[i + 1].Blank) || (text is "y" or "o" && parts.Count > 1 && pieces[i + 1].Blank && !(i > floor && pieces[i - 1].Text.Length == 1 && char.IsAsciiLetter(pieces[i - 1].Text[0]))))
                break;
            if (!joined && parts.Count > 0 && pieces[i + 1].Blank && text.Length > 1 && ++words > 2)
                break;
            parts.Insert(0, text);
            start = i;
        }

        return string.Concat(parts).Trim('.', '-');
    }
}
