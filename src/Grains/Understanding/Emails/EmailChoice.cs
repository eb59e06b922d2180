namespace OutletBot.Understanding;

/// <summary>Tells which of the addresses in a message is the lead's.</summary>
internal static class EmailChoice
{
    private const int Reach = 8;

    private static readonly Phrases Denied = new("(no|not) (es|uses|use|is|al|a|el|the|era|to)?", "ya no (uso|es|tengo) (el|la|mi|este)?", "(en vez|en lugar|instead) (de|of)", "rather than", "(dont|no) (use|usen|uses|manden|mandes|send) (it|lo)? (to|a|al)?");
    private static readonly Phrases Old = new("(viejo|anterior|antes|old|usaba|antiguo|previous) (correo|email|one)? (es|era|is|was|usaba)?", "(escribi|mande|wrote|emailed|contacte|escribo|escribir|escribiendo) (a|to)?", "(con|y)? (copia|cc|cc'd) (a|para|to)?", "(tambien|also) (a|to)");
    private static readonly Phrases Someone = new("(de|del|mi|su|sus|my|his|her|their|our) (mi|el|la|my)? (jefe|jefa|esposo|esposa|marido|mujer|socio|socia|hijo|hija|hermano|hermana|contador|contadora|secretaria|asistente|amigo|amiga|companero|sobrino|papa|mama|empleado|boss|husband|wife|partner|son|daughter|brother|sister|accountant|assistant|friend|coworker|dad|mom) ..", "(su|their|your|tu) (correo|email) (es|is)?");
    private static readonly Phrases ToUse = new("(usa|use|usen|manda|mandalo|mandenlo|mandamelo|manden|send|envia|envialo|puedes|pueden|mejor|pon|ponle|apunta|escribe)");
    private static readonly Phrases DeniedAfter = new("(ya)? no (funciona|sirve|lo|uso|es|works|existe|jala|entra|reviso) ..", "(es|era|is|was) (el|my|the|mi|un)? (viejo|anterior|old|antiguo)", "no $", "no (a)? (ese|esa|este|that) ..", "(ese|esa|este) (no|ya no|es el viejo)", "(doesnt|dont|no longer) (work|works|use|exist) ..", "(esta|is) (mal|wrong|bad)", "(lo|la) (perdi|cerre|borre)", "(es|is) (de|del|for)? (mi|my)? (jefe|jefa|esposo|esposa|socio|socia|boss|wife|husband|partner)");
    private static readonly Phrases Right = new("(bueno|correcto|mejor|mio|good|right|usa|use|nuevo|actual|correct|better|new|prefiero|prefer|current|reviso|vigente)");
    private static readonly Phrases First = new("(primero|primer|first|arriba)");
    private static readonly Phrases Second = new("(segundo|second|ultimo|last|abajo|otro|other)");

    public static (string? Email, string? ToConfirm) Of(Message message, List<FoundEmail> found, Asking asking, string? known = null)
    {
        var places = Enumerable.Range(0, message.Count).Where(i => message[i].Kind == TokenKind.Address).Take(found.Count).ToArray();
        if (places.Length == 0)
            return (OtherProvider(message, asking, known) ?? (asking.SaidYes ? asking.Email : null), null);

        if (Chosen(message, places, found, asking) is not { } email)
            return (null, null);

        return email.Doubtful && !(asking.Email == email.Address && !asking.SaidYes) ? (null, email.Address)
            : (email.Doubtful ? email.Raw : email.Address, null);
    }

    private static FoundEmail? Chosen(Message message, int[] places, List<FoundEmail> found, Asking asking)
    {
        if (places.Length > 1 && Ordinal(message, places) is { } named)
            return found[named];
        if (places.Length > 1 && Described.Of(message, places, found) is { } described)
            return found[described];

        FoundEmail? chosen = null;
        for (var n = 0; n < places.Length; n++)
        {
            var (from, at, next) = (n > 0 ? places[n - 1] + 1 : 0, places[n], n + 1 < places.Length ? places[n + 1] : message.Count);
            if (IsWrong(message, from, at, next) && !(places.Length == 1 && asking.Email is { } proposed && proposed != found[n].Address && message.Is(0, "no")))
                continue;

            // A new line says it anew; so does the asterisk by which people put a slip right.
            var later = chosen is not null && message.Source.AsSpan(message[places[n - 1]].End, message[at].Start - message[places[n - 1]].End).IndexOfAny('\n', '*') >= 0;
            if (chosen is null || later || BudgetCues.Correction.In(message, from, at) || Right.In(message, from, at) || ToUse.In(message, from, at) || Right.In(message, at + 1, next))
                chosen = found[n];
        }

        return chosen;
    }

    private static bool IsWrong(Message message, int from, int at, int next)
    {
        var floor = Math.Max(from, at - Reach);
        for (var i = floor; i < at; i++)
        {
            if (Denied.At(message, i)?.End == at && Tight(message, i + 1, at))
                return true;
            if (Old.At(message, i)?.End == at)
                return true;
            if (Someone.At(message, i) is { } owner && owner.End <= at && at - owner.Start < 6 && !ToUse.In(message, from, at) && !message.StartsSentence(at))
                return true;
        }

        return DeniedAfter.At(message, at + 1) is { } denied && denied.Start < next && !(message[at + 1].Before <= Gap.Space && message.Is(at + 1, "no") && denied.Length == 1 && denied.End == next && message.Count > next && message[next].Before <= Gap.Space);
    }

    /// <summary>Whether nothing parts the tokens from one place up to another and the one that stands there.</summary>
    private static bool Tight(Message message, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (message[i].Before >= Gap.Comma)
                return false;
        }

        return true;
    }

    /// <summary>"El primero es viejo", "the second one is right": which of two is meant.</summary>
    private static int? Ordinal(Message message, int[] places)
    {
        for (var i = 0; i < message.Count; i++)
        {
            var first = First.At(message, i) is not null;
            if (!first && Second.At(message, i) is null)
                continue;

            var to = i + 1;
            while (to < message.Count && message[to].Kind != TokenKind.Address && !message.StartsSentence(to) && to - i < 6)
                to++;
            var wrong = Enumerable.Range(i, to - i).Any(at => DeniedAfter.At(message, at) is not null || Old.At(message, at) is not null);
            if (wrong || Right.In(message, i + 1, to) || Right.In(message, Math.Max(0, i - 4), i))
                return first != wrong ? 0 : places.Length - 1;
        }

        return null;
    }

    /// <summary>"No, es hotmail": the address that was proposed, or is known, at another provider.</summary>
    private static string? OtherProvider(Message message, Asking asking, string? known)
    {
        var basis = asking.Email ?? (BudgetCues.Correction.In(message) ? known : null);
        if (basis is null || message.Asks() || message.Count > 10)
            return null;

        for (var i = 0; i < message.Count; i++)
        {
            if (MailDomains.IsProvider(message[i].Text) && !(message[i].Before <= Gap.Space && i > 0 && message[i - 1].Text is "no" or "not") && !basis.Contains($"@{message[i].Text}.", StringComparison.Ordinal))
                return $"{basis[..basis.IndexOf('@', StringComparison.Ordinal)]}@{message[i].Text}.com";
        }

        return null;
    }
}
