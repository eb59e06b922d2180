using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>What our last message asked for and proposed, and whether the lead says yes or no to it.</summary>
internal sealed record Asking
{
    /// <summary>"¿Está bien así?" is about what was said before it.</summary>
    private static readonly Phrases Recap = new("(esta|es|todo|bien|correcto|correcta|asi|verdad|cierto|ok|okay|right|is|that|correct|everything|look|looks|good|lo|los|tengo|anote|apunte|queda|quedo|de|acuerdo|te|le|parece|me|confirmas|confirma|puedes|confirmar|it|all|sound|sounds|did|i|get|en|orden|datos|estan|y)");
    private static readonly Phrases Back = new("(esa|ese|eso|that|this) (cantidad|monto|cifra|minimo|presupuesto|inversion|amount|budget|minimum|number)?");

    private static readonly Phrases Runs = new("(tienes|tiene|manejas|maneja|eres|sigues|sigue|continuas|have|own|run|running)");
    private static readonly Phrases Open = new("(cual|cuanto|cuanta|cuantos|donde|quien|what|which|how|where|when|who|cuales)", "^ (y|entonces|pero|bueno|antes|oye|perfecto)? (que|cuando)", "(a|de|en|con|por|para|y|desde|hasta) (que|cuando)");
    // Inside a clause "como" means "about": only at its start it asks.
    private static readonly Phrases How = new("^ (y|entonces|pero)? como");
    private static readonly Phrases SlotTalk = new("(horario|horarios|opcion|opciones|cita|agendo|agendamos|agendar|reservo|hora|dia|slot|slots|time|times|works|queda|late|sirve|acomoda|book|option)");

    public Field? Field { get; private init; }

    /// <summary>Whether a time is being chosen.</summary>
    public bool Slot { get; private init; }

    /// <summary>The question's own words, empty when nothing was asked.</summary>
    public string Question { get; private init; } = "";

    /// <summary>Whether it can be answered by yes or no.</summary>
    public bool Closed { get; private init; }

    public decimal? Amount { get; private init; }

    /// <summary>The sum that our last message named as the least, whatever it asked then.</summary>
    public decimal? Least { get; private init; }

    public string? Email { get; private init; }

    /// <summary>Whether it speaks of a time or an appointment.</summary>
    public bool SpeaksOfTimes { get; private init; }

    public bool SaidYes { get; private init; }

    public bool SaidNo { get; private init; }

    /// <summary>Whether a budget is what an answer would be about: asked for, proposed, or our last word without a question.</summary>
    public bool WantsBudget { get; private init; }

    /// <summary>Whether it asks what troubles the lead or what they want.</summary>
    public bool WantsNeed => Field == Conversations.Field.Problem || Field == Conversations.Field.Goal;

    public static Asking Of(Utterance utterance, Message message)
    {
        var question = QuestionOf(utterance.LastReply);
        var said = Message.Of(utterance.LastReply);
        var emails = EmailReader.Find(question);
        var asked = new Message(question, [.. emails.Select(email => (email.Start, email.End))]);
        var slots = utterance.Offered.Count > 0 && utterance.Asked is null;
        var field = utterance.Asked ?? AskedField.Of(asked, utterance);
        var closed = question.Contains('?', StringComparison.Ordinal) && !Open.In(asked) && !How.In(asked) && asked.Count > 0;
        if (field is null && closed && !slots && NameReader.Read(Message.Of(Proposed.Statement(question)), new(), utterance.AgentName) is not null)
            field = Conversations.Field.Name;
        if (field is null && closed && !slots && utterance.Asks(Conversations.Field.BusinessType) && Runs.In(asked) && Enumerable.Range(0, asked.Count).Any(i => BusinessWords.IsPlace(asked[i].Text)))
            field = Conversations.Field.BusinessType;
        var amounts = closed && utterance.Asks(Conversations.Field.Budget) ? Amounts.In(Back.In(asked) && field == Conversations.Field.Budget ? said : asked).Where(amount => !amount.IsForeign && amount.Value >= 20 && !asked.Is(amount.Span.Start - 1, ":")).ToList() : [];
        var isSlot = slots && (field is null || field == Conversations.Field.Name || field == Conversations.Field.BusinessType || (SlotTalk.In(asked) && field != Conversations.Field.Email && field != Conversations.Field.Budget));
        var proposed = !isSlot && amounts.Count == 1 && (field is null || field == Conversations.Field.Budget || emails.Count == 1) && (amounts[0].PerMonth is not null || amounts[0].Currency is not null || field == Conversations.Field.Budget || Confirms.In(asked)) ? amounts[0].Monthly : (decimal?)null;
        return new()
        {
            Field = isSlot ? null : field,
            WantsBudget = (!isSlot && field == Conversations.Field.Budget) || proposed is not null || (utterance.Asked is null && !slots && question.Length == 0 && Minimum.In(said)),
            Slot = isSlot,
            Question = question,
            SpeaksOfTimes = SlotTalk.In(asked) && field != Conversations.Field.Name,
            Closed = closed,
            Amount = proposed,
            Least = utterance.Asks(Conversations.Field.Budget) && Minimum.In(said) && Amounts.In(said) is [{ IsForeign: false, Value: >= 20 } least] ? least.Monthly : null,
            Email = emails.Count == 1 ? emails[0].Address : null,
            SaidYes = YesNo.IsYes(message),
            SaidNo = YesNo.IsNo(message),
        };
    }

    /// <summary>What we say of a budget without asking for one.</summary>
    private static readonly Phrases Minimum = new("(minimo|presupuesto|minimum|budget|invertir|inversion)", "(a partir de|desde|from|starts at) # (dolares|dollars)");

    private static readonly Phrases Confirms = new("(entonces|serian|son|confirmo|confirmas|so|right|correcto|apunto|verdad)");

    /// <summary>The last question of a reply; the whole reply where it asks without a question mark.</summary>
    private static string QuestionOf(string reply)
    {
        var end = reply.LastIndexOf('?');
        if (end < 0)
            return reply.Length <= 400 && reply.Length > 0 && Request.In(Message.Of(reply)) ? reply : "";

        var start = reply.LastIndexOf('¿', end);
        if (start < 0)
        {
            start = end;
            while (start > 0 && reply[start - 1] is not '\n' && !(reply[start - 1] is '.' or '!' or '?' && char.IsWhiteSpace(reply[start])))
                start--;
        }

        // "Serían 600 al mes, ¿correcto?" asks what stands before the tag.
        if (end - start <= LongestTag && reply[start..end].Count(char.IsWhiteSpace) <= 1)
        {
            var sentence = start - 1;
            while (sentence > 0 && reply[sentence - 1] is not ('\n' or '!' or '?') && !(reply[sentence - 1] == '.' && char.IsWhiteSpace(reply[sentence])))
                sentence--;
            start = Math.Max(0, sentence);
        }

        if (IsRecap(Message.Of(reply[start..(end + 1)])))
            start = 0;

        return reply[start..(end + 1)].Trim();
    }

    private static bool IsRecap(Message question) =>
        question.Count is > 0 and <= LongestRecap && Enumerable.Range(0, question.Count).All(i => Recap.At(question, i) is not null);

    /// <summary>Characters.</summary>
    private const int LongestTag = 14;

    /// <summary>Words.</summary>
    private const int LongestRecap = 6;

    private static readonly Phrases Request = new("(dime|digame|dinos|pasame|comparteme|mandame|dame|regalame|cuentame|cuentanos|platicame|platicanos|comentame|describeme|explicame|compartes|tell|share|send|give|escribeme|indicame|falta|faltaria|need)", "(necesito|ocupo|quisiera|gustaria) (saber|conocer|tu|su)", "let (me|us) know", "like to know");
}
