using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Finds the shortest phrase that names the lead's business.</summary>
internal static class BusinessReader
{
    private static readonly Phrases Opening = new(
        "(tengo|tenemos|soy|somos|manejo|abri|abrimos|administro) (un|una|mi|unos|unas|dos|tres|#|dueno|duena|propietario|propietaria|el|la|varios|varias|los)? (de|del|dueno|duena)? (un|una|la|el|mi)? (pequeno|pequena|propio|propia|nuevo|nueva)?", "(mi|nuestro|nuestra|un|una) (negocio|empresa|compania) (es|son|se dedica) (un|una|de|a)? (un|una|la)?",
        "(me|nos) (dedico|dedicamos) (a|al) (la|las|los|el|vender|hacer|venta)? (de)?", "trabajo (en|con|de|como) (un|una|la|el)?", "(vendo|vendemos|hago|hacemos|fabrico|instalo|instalamos)", "(mi|nuestro|nuestra|my|our)",
        "(i|we) (own|run|have|got|manage|opened|operate) (a|an|my|two|#)? (small|little|new|local)? (family)? (owned)?", "(im|am|were|are) (a|an) (small|local|licensed)?", "(i|we) (do|sell|make|install|offer)", "owner of (a|an)?", "(dueno|duena|propietario|propietaria) de (un|una|la|el)?", "es (un|una) (pequeno|pequena)?", "its (a|an) (small|local)?");
    private static readonly FrozenSet<string> Stops = "y e o que en desde con pero para por a al hace aqui cerca and or but in at for with since near that which i we no me mi se ya quiero necesito tengo busco es esta son is are on about llamado llamada called muy super donde cuando porque como pequeno pequena propio propia nuevo nueva hay also mas from ademas ahorita sin to so my".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Generic = "negocio negocito".Split(' ').ToFrozenSet(StringComparer.Ordinal);
    private static readonly Phrases Lead = new("(hola|buenas|buenos|tardes|dias|pues|bueno|si|claro|ok|gracias|mucho|gusto|well|yes|es|un|una|a|an|el|la|de|its|tengo|soy|mi|negocio)");
    private static readonly Phrases NoBusiness = new("(pregunta|duda|problema|idea|cita|prisa|ganas|question|problem|interes|interesado|clientes|ventas|budget|presupuesto|nadie|nada|saber|ayuda|tiempo|dinero)", "no se", "dont know");

    public static (string Text, Span Span)? Read(Message message, Asking asking, int nameEnd)
    {
        var asked = asking.Field == Conversations.Field.BusinessType;
        for (var i = 0; i < message.Count; i++)
        {
            if (Opening.At(message, i) is { } opening && Phrase(message, opening.End, sure: asked) is { } found)
                return (message.Words(found.Start, found.End).ToLowerInvariant(), new(i, found.End));
        }

        if (!asked || message.Count - nameEnd > 12 || message.Asks() || YesNo.Bare(message) || NoBusiness.In(message))
            return null;

        // "No es restaurante, es cafetería": what follows the denial counts.
        var at = 0;
        if (message.Is(0, "no"))
        {
            at = 1;
            while (at < message.Count && !message.Starts(at))
                at++;
        }

        while (Lead.At(message, at) is { } filler)
            at = filler.End;
        return Phrase(message, at, sure: true) is { } bare ? (message.Words(bare.Start, bare.End).ToLowerInvariant(), bare) : null;
    }

    private static Span? Phrase(Message message, int from, bool sure)
    {
        if (from < message.Count && message[from].Text is "de" or "del" && message[from].Before <= Gap.Space)
            from++;
        if (message.Is(from, Generic) && message.Is(from + 1, "de") && from + 2 < message.Count)
            from += message.Is(from + 2, "la") ? 3 : 2;

        var to = from;
        var named = false;
        while (to < message.Count && to - from < 5 && message[to].Kind == TokenKind.Word && (to == from || message[to].Before <= Gap.Space) && !Stops.Contains(message[to].Text))
        {
            if (message[to].Text is "de" && (to + 1 >= message.Count || Stops.Contains(message[to + 1].Text) || message[to + 1].Before > Gap.Space || (to > from && char.IsUpper(message.Source[message[to + 1].Start]))))
                break;
            named |= BusinessWords.IsBusiness(message[to].Text);
            to++;
        }

        if (to == from || NoBusiness.In(message, from, to) || (!named && !sure) || NameWords.IsFirst(message[from].Text))
            return null;

        return to - from == 1 && Generic.Contains(message[from].Text) ? null : new Span(from, to);
    }
}
