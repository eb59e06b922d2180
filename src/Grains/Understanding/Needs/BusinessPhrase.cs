using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>The shortest phrase at a place of a clause that names a business: head, what qualifies it, and one "de …".</summary>
internal static class BusinessPhrase
{
    private const int MostWords = 6;

    private static readonly Phrases Leading = new(
        "(un|una|uno|unos|unas|el|al|la|los|las|mi|mis|nuestro|nuestra|nuestros|nuestras|a|an|the|my|our|este|esta|dos|tres|cuatro|two|three|pequeno|pequena|pequenito|pequenita|chico|chiquito|chiquita|propio|propia|nuevo|nueva|small|little|local|family|own|owned|new|big|licensed|humilde|modesto|modesta|varios|varias|otro|otra|tipo|puro|pura|puros|puras|like)", "# _(anos|years)?",
        "(mi|nuestro|my|our) (propio|propia|own)", "(dueno|duena|propietario|propietaria|fundador|fundadora|encargado|encargada|gerente|owner|manager|founder|ceo) (de|del|of) (un|una|el|la|mi|a|an|the|my)?", "(negocio|negocito|business|company|shop|changarro|giro|ramo|rama|rubro|area|mundo|cosa|cosas|venta|ventas) de (la|los|las|el)?", "(aqui|aca|ahorita|actualmente|tambien|currently|also|family owned)");

    private static readonly FrozenSet<string> Stops = Set("""
        y e o que en desde con pero para pa por a al hace aqui aca cerca and or but in at for with since near that which i we no me mi se ya quiero necesito tengo busco es esta son is are on about llamado llamada llamados called named muy super donde cuando porque como hay tambien mas from ademas ahorita sin to so my our se yo u ni it its also where who out too para llama dedica
        not dont isnt never nunca compa bro amigo amiga jefe jefa man dude wey guey carnal parce che vato oiga oye sir maam boss senorita
        downtown uptown nearby
        nuestro nuestra hoy ahora desde entre hasta sobre tengo estoy soy llevo tipo jaja jajaja gracias thanks please favor right lol si yes
        """);

    /// <summary>The phrase that starts at a token, or null. Without <paramref name="sure"/> only words that are known to name a business are one.</summary>
    public static Span? At(Message message, int from, int end, bool sure)
    {
        while (from < end && Leading.At(message, from) is { } lead && lead.End < end && !IsModel(message, from) && !IsNails(message, from))
            from = lead.End;
        while (from < end && message[from].Text is "de" or "del" && from + 1 < end)
        {
            from++;
            while (from < end && Leading.At(message, from) is { } lead && lead.End < end && !IsNails(message, from))
                from = lead.End;
        }

        var named = false;
        var to = from;
        var others = 0;
        while (to < end && to - from < MostWords && (to == from || message[to].Before <= Gap.Space) && Takes(message, from, to, end))
        {
            named |= message[to].Kind == TokenKind.Word && BusinessWords.IsBusiness(message[to].Text);
            others += message[to].Text is "de" ? 1 : 0;
            to++;
        }

        while (to > from && message[to - 1].Text is "de" or "del" or "la" or "los" or "las" or "el" or "y" or "and" or "&" or "/")
            to--;
        if (to == from || others > 2 || (!named && (!sure || IsNothing(message, from, to))) || (NotBusinesses.Has(message[from].Text) && !BusinessWords.IsBusiness(message[from].Text) && !(message[from].Text is "renta" && others > 0) && !(others == 0 && to - from > 1 && BusinessWords.IsBusiness(message[to - 1].Text))))
            return null;

        // "Un negocio" says nothing that was not known.
        return to - from == 1 && message[from].Text is "negocio" or "negocito" or "business" or "empresa" or "company" or "compania" or "local" or "emprendimiento" ? null : new Span(from, to);
    }

    /// <summary>"A/C repair": the letter is no article.</summary>
    private static bool IsModel(Message message, int at) => message[at].Text is "a" && at + 1 < message.Count && message[at + 1].Kind == TokenKind.Sign && message[at + 1].Before == Gap.None;

    /// <summary>"Uñas", which is folded as the article is.</summary>
    private static bool IsNails(Message message, int at) => message.Source.AsSpan(message[at].Start, message[at].End - message[at].Start).Contains('ñ') && message[at].Text is "unas";

    private static bool Takes(Message message, int from, int at, int end)
    {
        var token = message[at];
        if (token.Kind == TokenKind.Sign)
            return token.Text is "/" or "&" && token.Before <= Gap.Space && at > from;
        if (token.Kind != TokenKind.Word)
            return false;
        if (IsModel(message, at))
            return true;
        if (token.Text is "de" or "del")
            return at > from && at + 1 < end && message[at + 1].Kind == TokenKind.Word && !Stops.Contains(message[at + 1].Text) && message[at + 1].Text is not ("un" or "una" or "su") && !char.IsUpper(message.Source[message[at + 1].Start]);
        if (at > from && message[at - 1].Text is "de" && token.Text is "la" or "los" or "las")
            return at + 1 < end;
        if (token.Text is "para")
            return at > from && at + 1 < end && message[at + 1].Kind == TokenKind.Word && BusinessWords.IsBusiness(message[at + 1].Text);
        if (token.Text is "y" or "and")
            return at > from && Coordinates(message, at + 1, end);
        return !Stops.Contains(token.Text) && (at == from || !char.IsUpper(message.Source[token.Start]) || !char.IsLower(message.Source[message[from].Start]) || BusinessWords.IsBusiness(token.Text));
    }

    /// <summary>"Construcción y remodelación": another trade in the same breath, not another statement.</summary>
    private static bool Coordinates(Message message, int at, int end) =>
        at < end && message[at].Kind == TokenKind.Word && message[at].Before <= Gap.Space && !Stops.Contains(message[at].Text) && !NotBusinesses.Has(message[at].Text) && Leading.At(message, at) is null
        && (BusinessWords.IsBusiness(message[at].Text) || Verbs.At(message, at) is null);

    private static bool IsNothing(Message message, int from, int to) =>
        NameWords.IsFirst(message[from].Text) || (Verbs.At(message, from) is { } verb && verb.Is(Person.Finite) && !verb.Is(Person.Gerund)) || Enumerable.Range(from, to - from).All(i => NotBusinesses.Has(message[i].Text) || message[i].Text.Length < 3);

    private static FrozenSet<string> Set(string words) => words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
