using System.Text.RegularExpressions;
using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Agent;

/// <summary>Holds a reply's question against what it is said to ask for: models name one field and ask for another.</summary>
internal static partial class AskedWords
{
    /// <summary>Whether the reply asks for this field and for no other that it would be wrong to ask now.</summary>
    public static bool Fit(string reply, FieldSpec asked)
    {
        var question = Question(reply);
        return (asked.QuestionWords.Count > 0 ? Names(question, asked) : AsksFor(question, asked.Field))
            && !Telling.Any(field => field != asked.Field && AsksFor(question, field));
    }

    /// <summary>Whether the reply asks for none of the fields that show in words.</summary>
    public static bool AskForNothing(string reply, Playbook playbook) =>
        !Telling.Any(field => AsksFor(Question(reply), field))
        && !(reply.Contains('?', StringComparison.Ordinal) && playbook.Fields.Any(spec => Names(Question(reply), spec)));

    private static readonly Field[] Telling = [Field.Name, Field.Budget, Field.Email];

    private static bool AsksFor(string question, Field field) =>
        field == Field.Name ? Name().IsMatch(question)
        : field == Field.Budget ? Budget().IsMatch(question)
        : field == Field.Email ? Email().IsMatch(question)
        : field == Field.BusinessType ? Business().IsMatch(question)
        : question.Length > 0;

    private static bool Names(string question, FieldSpec spec) =>
        Words.In(question).Any(word => spec.QuestionWords.Any(start => word.StartsWith(Words.Plain(start), StringComparison.Ordinal)));

    // Without a question mark the whole reply may be a request ("Pásame tu correo").
    private static string Question(string reply)
    {
        var plain = Words.Plain(reply);
        var end = plain.IndexOf('?', StringComparison.Ordinal);
        if (end < 0)
            return plain;

        var start = plain.LastIndexOf('¿', end);
        if (start < 0)
            start = plain.LastIndexOfAny(['.', '!', '\n'], end) + 1;
        return plain[start..end];
    }

    [GeneratedRegex(@"\b(tu nombre|su nombre|te llamas|se llama usted|con quien (tengo|hablo|platico)|quien (eres|me escribe)|your name|who am i|call you|who is this)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(presupuesto|invert\w+|invier\w+|inversion|destin\w+|budget|invest\w*|spend\w*|al mes|mensual\w*|por mes|a month|per month|monthly)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Budget();

    [GeneratedRegex(@"\b(correo|e-?mail|mail)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(negocio|empresa|dedic\w+|giro|rubro|business|company|line of work|what do you do)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Business();
}
