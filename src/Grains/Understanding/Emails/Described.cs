namespace OutletBot.Understanding;

/// <summary>Tells which of several addresses is asked for by what it is: "manden al del negocio", "mejor al gmail".</summary>
internal static class Described
{
    private const int Reach = 5;

    /// <summary>What an address is, each kind in all its words.</summary>
    private static readonly Phrases[] Kinds =
    [
        new("(personal|mio|mia|privado|private|casa|home|own)"),
        new("(negocio|trabajo|empresa|oficina|tienda|taller|local|laboral|corporativo|compania|business|work|company|office|shop|job)"),
        new("(escuela|universidad|school|college)"),
        new("gmail"), new("hotmail"), new("yahoo"), new("outlook"), new("icloud"),
    ];

    private static readonly Phrases Wanted = new(
        "(manda|mande|manden|mandalo|mandame|mandamelo|mandemelo|envia|envie|envien|envialo|enviamelo|usa|use|usen|usemos|escribe|escriban|escribeme|pon|ponle|anota|apunta|quedate|prefiero|mejor|send|use|email|prefer|go|reviso|checo|check)", "(al|el) que (mas)? (uso|reviso|checo|sirve)");

    /// <summary>The index of the one that is wanted, null where none is named so.</summary>
    public static int? Of(Message message, int[] places, List<FoundEmail> found)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (Wanted.At(message, i) is not { } wanted || (i > 0 && message[i].Before <= Gap.Space && message[i - 1].Text is "no" or "not" or "dont" or "ni"))
                continue;

            var to = Math.Min(message.Count, wanted.End + Reach);
            if (Enumerable.Range(i, to - i).Any(at => message[at].Kind == TokenKind.Address))
                continue;

            foreach (var kind in Kinds)
            {
                if (!kind.In(message, wanted.End, to))
                    continue;

                var such = Enumerable.Range(0, places.Length).Where(n => kind.In(message, n > 0 ? places[n - 1] + 1 : 0, places[n]) || kind.In(Message.Of(Host(found[n].Address)))).ToList();
                if (such.Count == 1)
                    return such[0];
            }
        }

        return null;
    }

    private static string Host(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..].Replace('.', ' ');
}
