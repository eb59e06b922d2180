using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>
/// Reads lists that name what they bring: "Meta: 12 viajes diarios. Presupuesto: 320". A label opens a clause, bears a colon or a dash
/// behind it, and holds until the sentence ends or another label stands.
/// </summary>
internal static class Labels
{
    private static readonly (Field Field, Phrases Words)[] Table =
    [
        (Field.Goal, new("(mi|mis|my|nuestra|la)? (meta|metas|objetivo|objetivos|goal|goals|aim|target|quiero|busco|lo que quiero|lo que busco|que quiero|que busco|resultado deseado|looking for|want)")),
        (Field.Problem, new("(mi|mis|my|el|nuestro)? (problema|problemas|reto|retos|dificultad|dificultades|obstaculo|dolor|desafio|problem|problems|challenge|challenges|issue|issues|pain|pain point|struggle) (principal|mayor|actual)?", "(main|biggest) (problem|challenge|issue)")),
        (Field.BusinessType, new("(mi|my|tipo de|type of|nombre del)? (negocio|giro|rubro|ramo|empresa|business|company|industria|industry|actividad|ocupacion|profesion|trade)", "(me dedico a|a que me dedico)")),
        (Field.Name, new("(mi|my)? (nombre|nombre completo|name|full name)")),
        (Field.Budget, new("(mi|my)? (presupuesto|presupuesto mensual|inversion|budget|monthly budget|investment)")),
        (Field.Email, new("(mi|my)? (correo|correo electronico|email|mail|e mail)")),
    ];

    /// <summary>The field that each clause is labelled with, null for those that bear none; the label itself is a clause of its own.</summary>
    public static IReadOnlyList<(Field? Field, bool IsLabel)> Of(Message message, IReadOnlyList<Clause> clauses)
    {
        var labels = new List<(Field?, bool)>();
        Field? current = null;
        foreach (var clause in clauses)
        {
            if (message.StartsSentence(clause.From) || StartsLine(message, clause.From))
                current = null;
            var label = At(message, clause);
            current = label ?? current;
            labels.Add((current, label is not null));
        }

        return labels;
    }

    private static Field? At(Message message, Clause clause)
    {
        if (!IsMarked(message, clause.To))
            return null;
        foreach (var (field, words) in Table)
        {
            if (words.At(message, clause.From) is { } span && span.End == clause.To)
                return field;
        }

        return null;
    }

    private static bool IsMarked(Message message, int to)
    {
        if (to >= message.Count)
            return false;
        var mark = message.Source.AsSpan(message[to - 1].End, message[to].Start - message[to - 1].End).Trim();
        return mark is ":" or "-" or "–" or "—" or "=" or ":-" or "->" or "→";
    }

    private static bool StartsLine(Message message, int at) =>
        at > 0 && message.Source.AsSpan(message[at - 1].End, message[at].Start - message[at - 1].End).Contains('\n');
}
