using System.Text.RegularExpressions;
using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Evals;

/// <summary>Tells which fields a reply asks for, from its words alone, so that any bot's replies can be judged.</summary>
internal static partial class AskedFields
{
    private static readonly (Field Field, Regex Words)[] Table =
    [
        (Field.Name, NameWords()),
        (Field.BusinessType, BusinessWords()),
        (Field.Problem, ProblemWords()),
        (Field.Goal, GoalWords()),
        (Field.Budget, BudgetWords()),
        (Field.Email, EmailWords()),
    ];

    /// <summary>The fields asked for, in the order a lead is qualified by. A question that reads a value back asks for none.</summary>
    /// <param name="reply">What the bot said.</param>
    /// <param name="playbook">Tells the words that ask for its own fields.</param>
    public static IReadOnlyList<Field> In(string reply, Playbook? playbook = null)
    {
        var asking = Asking(reply).ToList();
        return
        [
            .. Table.Where(row => asking.Exists(sentence => row.Words.IsMatch(sentence))).Select(row => row.Field),
            .. (playbook?.Fields ?? []).Where(spec => !Field.Standard.Contains(spec.Field) && asking.Exists(sentence => Names(sentence, spec))).Select(spec => spec.Field),
        ];
    }

    private static bool Names(string sentence, FieldSpec spec) => spec.QuestionWords.Any(start =>
        sentence.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Any(word => Words.Plain(word).StartsWith(Words.Plain(start), StringComparison.Ordinal)));

    private static IEnumerable<string> Asking(string reply)
    {
        foreach (Match sentence in Sentences().Matches(reply))
        {
            var text = sentence.Value;
            var plain = Words.Plain(text);
            if (text.Contains('@', StringComparison.Ordinal))
                continue;

            if (text.TrimEnd().EndsWith('?') || text.Contains('¿', StringComparison.Ordinal) || Requests().IsMatch(plain))
                yield return plain;
        }
    }

    [GeneratedRegex(@"(?:[^.!?\n]|\.(?=\w))+[.!?\n]?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(dime|dame|digame|pasame|compartenos|comparteme|compartame|mandame|enviame|cuentame|cuenteme|regalame|indicame|necesito|me falta|solo falta|tell me|send me|share|give me|let me know|i need|i just need)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Requests();

    [GeneratedRegex(@"\b((tu|su) nombre|como te llamas|como se llama usted|con quien (tengo el gusto|hablo)|quien eres|nombre completo|your (first |full )?name|who am i (speaking|talking|chatting)|(what|how) (should|can|may) i call you)\b(?! de (tu|su) (negocio|empresa))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameWords();

    [GeneratedRegex(@"\b((que|cual) (tipo de |clase de )?(negocio|empresa) (tienes|tiene|manejas|es)|tipo de (negocio|empresa)|a que (te|se) dedicas?|(tu|su) giro|cual es (tu|su) (negocio|empresa)|de que es (tu|su) negocio|(what|which) (kind|type|sort) of (business|company)|what business|what('s| is) your business|what do you do|what line of (work|business))\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BusinessWords();

    [GeneratedRegex(@"\b(problemas?|reto|desafio|dificultad|obstaculo|que (es lo que )?(mas )?te (preocupa|frena|cuesta|detiene|esta costando)|que (te gustaria|quieres|quisieras) (resolver|mejorar|cambiar)|que no esta funcionando|(biggest |main )?(challenge|problem|struggle|pain point)s?|struggling with|holding you back)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProblemWords();

    [GeneratedRegex(@"\b(metas?|objetivos?|lograr|alcanzar|que resultado|que esperas|(adonde|a donde|donde) quieres (llegar|estar)|goals?|achieve|accomplish|what (would|do) you (like|want|hope) to (see|get|reach)|results? (are|would) you)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoalWords();

    [GeneratedRegex(@"\b(presupuesto|cuanto (puedes|podrias|piensas|planeas|quieres|te gustaria|estas|pensabas|tienes|tenias|invertirias)|invertir|inversion|budget|how much (can|could|would|do|are) you|(invest|spend) (per|a|each|every) month)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BudgetWords();

    [GeneratedRegex(@"\b(correo|e-?mail|mail)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EmailWords();
}
