using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>
/// Cuts a message into clauses: at punctuation, at conjunctions that begin another statement, and where a run-on begins one without
/// either ("tengo un salón no me llegan clientas quiero llenar la agenda").
/// </summary>
internal static class ClauseReader
{
    /// <summary>How far behind an "and" the verb of a new clause may stand.</summary>
    private const int Ahead = 4;

    private static readonly FrozenSet<string> Turns = Set("pero but porque because cuz cause aunque although though sino entonces asi so ademas mientras pues solo since until hasta");
    private static readonly FrozenSet<string> Or = Set("o or u");
    private static readonly FrozenSet<string> Joints = Set("y e and o or u ni plus");

    /// <summary>Words that a clause may begin with before its verb.</summary>
    private static readonly FrozenSet<string> Before = Set("no me se te le les nos lo la los las ya casi nunca nadie yo tampoco tambien siempre i we they nobody my our it its mi mis nuestro nuestra el los las un una muy ahora ahorita the never");

    /// <summary>What binds the verb behind it to what stands before.</summary>
    private static readonly FrozenSet<string> Binders = Set("que si como cuando donde quien quienes cual lo la los las de del a al para por en con sin y e o ni no me se te le les nos to that who which if when what how where not dont cant doesnt for of in and or i we you they it my our mi mis ya yo un una el muy mas q ha he han deje deja dejeme dejame let lets me");

    private static readonly FrozenSet<string> Nots = Set("no not nunca nadie ni tampoco sin jamas dont cant doesnt didnt isnt arent wont never nobody hardly barely apenas havent hasnt couldnt wouldnt aint nada ninguno ninguna ningun none");

    public static IReadOnlyList<Clause> Read(Message message)
    {
        var clauses = new List<Clause>();
        var from = 0;
        var finite = false;
        for (var i = 0; i <= message.Count; i++)
        {
            if (i == message.Count || (i > from && Begins(message, from, i, finite)))
            {
                if (i > from)
                    clauses.Add(Make(message, from, i, goesOn: clauses is [.., { Asks: true }] && Or.Contains(message[from].Text) && message[from].Before < Gap.Stop));
                (from, finite) = (i, false);
            }

            finite |= Verbs.At(message, i) is { } verb && verb.Is(Person.Finite) && !verb.Is(Person.Participle);
        }

        return clauses;
    }

    private static bool Begins(Message message, int from, int i, bool finite)
    {
        var text = message[i].Text;
        if (message[i].Before >= Gap.Comma)
            return true;
        if (message[i].Kind != TokenKind.Word)
            return false;
        if (Turns.Contains(text))
            return finite && i > from;
        if (Joints.Contains(text))
            return LeadsToVerb(message, i + 1, finite);
        return finite && RunsOn(message, i);
    }

    private static bool LeadsToVerb(Message message, int at, bool finite)
    {
        for (var i = at; i < Math.Min(message.Count, at + Ahead) && message[i].Before < Gap.Comma; i++)
        {
            if (Verbs.At(message, i) is { } verb && verb.Is(Person.Finite) && (finite || verb.Is(Person.First)))
                return finite || i - at < 2;
            if (i > at && Binders.Contains(message[i].Text) && !Before.Contains(message[i].Text))
                return false;
        }

        return false;
    }

    private static bool RunsOn(Message message, int i)
    {
        if (Binders.Contains(message[i - 1].Text) || (Verbs.At(message, i - 1) is { } bound && (bound.Is(Sense.Can) || bound.Is(Sense.Want))))
            return false;

        var at = i;
        while (at < message.Count && Before.Contains(message[at].Text) && at - i < 3 && (at == i || message[at].Before < Gap.Comma))
            at++;
        if (at >= message.Count || (at > i && message[at].Before >= Gap.Comma) || Verbs.At(message, at) is not { } verb)
            return false;

        return at == i ? verb.Person == Person.First || (verb.Is(Person.First) && verb.Is(Sense.Have | Sense.Want) && verb.Is(Person.Finite)) : verb.Is(Person.Finite);
    }

    /// <param name="message">What was written.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="goesOn">Whether it is the other choice of a question: "¿dura mucho o es rápida?".</param>
    private static Clause Make(Message message, int from, int to, bool goesOn)
    {
        var predicates = new List<Predicate>();
        var denied = false;
        var bound = false;
        for (var i = from; i < to; i++)
        {
            var text = message[i].Text;
            denied |= Nots.Contains(text);
            if (Verbs.At(message, i) is not { } verb)
                continue;

            // "No es restaurante es fonda": a second "is" ends the reach of the "no", and so does a finite verb behind "que"; an infinitive stands in it.
            if (bound && verb.Is(Sense.Be) && verb.Is(Person.Third) && !Nots.Contains(message[i - 1].Text) && denied && !(i > from + 1 && Nots.Contains(message[i - 2].Text)))
                denied = false;
            if (bound && verb.Is(Person.Finite) && !verb.Is(Person.Infinitive) && !Nots.Contains(text) && i > from && message[i - 1].Text is "que" or "y")
                denied = false;
            predicates.Add(new(i, verb, denied || Nots.Contains(text)));
            bound |= verb.Is(Person.Finite);
        }

        return new(from, to, goesOn || IsAsked(message, from, to), predicates);
    }

    /// <summary>Of a sentence with a question mark its last clause asks, and those that open like a question.</summary>
    private static bool IsAsked(Message message, int from, int to) =>
        UnmarkedQuestion.In(message, from, to) || message.Asks(from) && (message.StartsSentence(to) || IsOpened(message, from) || IntentWords.Interrogative.At(message, from) is not null);

    private static bool IsOpened(Message message, int from) => message[from].Start > 0 && message.Source[message[from].Start - 1] == '¿';

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
