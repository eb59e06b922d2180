using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Finds what troubles the lead and what they want: the answer to that question, or clauses that clearly say it.</summary>
internal static class NeedReader
{
    private enum Content
    {
        /// <summary>Greetings, questions, talk about the talk, other fields.</summary>
        Nothing,

        /// <summary>Says something of the business; whether trouble or wish depends on what was asked.</summary>
        Plain,

        Trouble,

        Wish,
    }

    /// <param name="message">What was written.</param>
    /// <param name="clauses">Its clauses.</param>
    /// <param name="asking">What was asked.</param>
    /// <param name="known">What is known.</param>
    /// <param name="isOther">Whether a clause brings another field.</param>
    public static (string? Problem, string? Goal) Read(Message message, IReadOnlyList<Clause> clauses, Asking asking, Lead known, Func<Clause, bool> isOther)
    {
        var labels = Labels.Of(message, clauses);
        var read = clauses.Select((clause, i) => (Clause: clause, Content: Labelled(message, clause, labels[i]) ?? Of(message, clause, i > 0 ? clauses[i - 1] : null, isOther))).ToList();
        var trouble = Say(Content.Trouble);
        var wish = Say(Content.Wish);
        if (asking.Field == Field.Problem)
        {
            var answer = trouble ?? Say(Content.Plain) ?? wish;
            return (answer, answer == wish || known.Goal is not null ? null : wish);
        }

        if (asking.Field == Field.Goal)
        {
            var answer = wish ?? Say(Content.Plain) ?? trouble;
            return (answer == trouble || known.Problem is not null ? null : trouble, answer);
        }

        return (known.Problem is null ? trouble : null, known.Goal is null ? wish : null);

        // The clauses of a kind with what stands plainly among them, as long as nothing else comes between.
        string? Say(Content content)
        {
            var first = read.FindIndex(one => one.Content == content);
            if (first < 0)
                return null;

            var last = first;
            while (last + 1 < read.Count && (read[last + 1].Content == content || read[last + 1].Content == Content.Plain && asking.WantsNeed))
                last++;
            var from = Talk.Begin(message, read[first].Clause.From, read[first].Clause.To);
            return message.Words(from, read[last].Clause.To);
        }
    }

    /// <summary>What a label in front of a clause makes of it, null without one.</summary>
    private static Content? Labelled(Message message, Clause clause, (Field? Field, bool IsLabel) label)
    {
        if (label.Field is not { } field)
            return null;
        if (label.IsLabel || Talk.IsNoise(message, clause))
            return Content.Nothing;
        return field == Field.Goal ? Content.Wish : field == Field.Problem ? Content.Trouble : Content.Nothing;
    }

    private static Content Of(Message message, Clause clause, Clause? before, Func<Clause, bool> isOther)
    {
        if (clause.Asks || Talk.IsNoise(message, clause) || !HasWords(message, clause) || Haggles.At(message, clause.From) is { } haggling && haggling.End >= clause.To || Unsure.Find(message, Math.Max(0, clause.From - 3), clause.To) is { } unsure && unsure.Start <= clause.From)
            return Content.Nothing;
        if (NeedSigns.Trouble(message, clause, before))
            return Content.Trouble;
        if (NeedSigns.Wish(message, clause))
            return Content.Wish;
        return isOther(clause) || NeedSigns.IsAboutUs(message, clause) || Talk.IsAside(message, clause) || OpensLikeAQuestion(message, clause) ? Content.Nothing : Content.Plain;
    }

    /// <summary>More than numbers, names and exclamations.</summary>
    private static bool HasWords(Message message, Clause clause) =>
        Enumerable.Range(clause.From, clause.Length).Any(i => message[i].Kind == TokenKind.Word && message[i].Text.Length > 2 && !(clause.Length <= 3 && NameWords.IsFirst(message[i].Text) && !NameWords.AlsoWords.Contains(message[i].Text)));

    /// <summary>"Qué servicios tienen" asks; "que me conozcan más" answers.</summary>
    private static bool OpensLikeAQuestion(Message message, Clause clause)
    {
        var from = Talk.Begin(message, clause.From, clause.To);
        // "Qué opciones hay": a thing between "qué" and its verb.
        if (message.Is(from, "que") && That.At(message, from) is null && Verbs.At(message, from + 1) is null && Enumerable.Range(from + 2, 2).Any(i => i < clause.To && Verbs.At(message, i) is { } verb && verb.Is(Person.Finite)))
            return true;
        return Asked.At(message, from) is not null || IntentWords.Interrogative.At(message, from) is not null && !(message.Is(from, "que") && That.At(message, from) is not null);
    }

    /// <summary>What the lead says of our price.</summary>
    private static readonly Phrases Haggles = new("(y|pero|pues|uy|ay|no)? (es|lo malo es)? (que)? (se me hace|se me hizo|esta|sale|es|seria|lo veo|me parece|its|thats|it is|seems) (un poco|algo|muy|demasiado|bien|medio|a bit|kind of|too|very|so|pretty|really)? (caro|cara|carisimo|carito|expensive|pricey|mucho|much|too much)");

    /// <summary>"No sé cuánto se necesita" asks for a price.</summary>
    private static readonly Phrases Unsure = new("(yo)? no se (bien|exactamente|todavia|aun)? (cuanto|cuanta|cuantos)", "(i)? (dont|do not) know how much");

    private static readonly Phrases Asked = new("(cual|cuales|cuanto|cuanta|cuantos|cuantas|quien|quienes|which|who|why)", "(donde|where) (los|las|lo|la|te|estan|esta|puedo|es|queda|quedan|are|is|do|can)");

    private static readonly Phrases That = new("que (me|nos|se|te|la|el|los|las|mi|mis|nadie|no|mas|haya|hay|ya)");
}
