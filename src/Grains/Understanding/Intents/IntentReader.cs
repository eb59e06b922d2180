using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Tells what the lead is after. What silences us goes first; what only sounds like it is told apart by the words around it.</summary>
internal static class IntentReader
{
    public static (Intent Intent, Topic? Question) Read(Message message, IReadOnlyList<Clause> clauses, Utterance utterance, Asking asking, Lead fields, SlotReader.Result slot)
    {
        if (message.Count == 0)
            return (YesNo.IsYes(message) && Proposes(asking) ? Intent.Confirm : Intent.Other, null);

        var question = Question(message, asking, fields);
        if (IsOptOut(message))
            return (Intent.OptOut, null);
        if (IsOptIn(message))
            return (Intent.OptIn, null);
        if (WantsPerson(message, utterance))
            return (Intent.Human, question);

        if (Appointment(message, utterance, slot.Slot) is { } about)
            return (about == Intent.Cancel && utterance.Appointment is null && utterance.Offered.Count > 0 ? Intent.NotInterested : about, question);

        var news = fields != Lead.Unknown;
        var solid = fields.Name is not null || fields.Email is not null || fields.MonthlyBudgetUsd is not null;
        if (IsNotInterested(message, clauses, asking) && (!news || (!solid && IntentWords.Declines.In(message))) && slot.Slot.Match is not (SlotMatch.One or SlotMatch.NotOffered or SlotMatch.Several))
            return (Intent.NotInterested, null);

        if (slot.More && slot.Slot.Match != SlotMatch.One)
            return (Intent.MoreSlots, question);
        if (slot.Slot.Match == SlotMatch.NotOffered && question is not null && Stock.In(message))
            return (Intent.Question, question);
        if (slot.Slot.Match != SlotMatch.None && utterance.Offered.Count > 0)
            return ((YesNo.Bare(message) && YesNo.IsYes(message)) ? Intent.Confirm : Intent.ChooseSlot, question);

        var bare = YesNo.Bare(message);
        if (bare && YesNo.IsYes(message))
            return (Proposes(asking) || (utterance.Appointment is not null && asking.Question.Length == 0 && utterance.Offered.Count == 0) ? Intent.Confirm : Intent.Other, null);
        if (asking.SaidYes && OnlyRepeats(fields, asking))
            return (Intent.Confirm, question);
        if (bare && YesNo.IsNo(message))
            return (Intent.Deny, null);
        if (question is not null && !solid && BareQuestion(message))
            return (Intent.Question, question);
        if (news && !solid && IsGreeting(message))
            return (Intent.Greeting, null);
        if (news)
            return (Intent.Answer, question);
        if (question is not null)
            return (Intent.Question, question);
        if (IsGreeting(message))
            return (Intent.Greeting, null);
        if (asking.Closed && asking.SaidYes)
            return (Intent.Confirm, null);
        if (asking.Closed && asking.SaidNo)
            return (Intent.Deny, null);
        return (Intent.Other, null);
    }

    /// <summary>Asks what there is besides what was shown.</summary>
    private static readonly Phrases Stock = new("(tienen|tienes|hay|tendran|tendras|abren|atienden|trabajan|have|got|open)");

    /// <summary>Words of a message whose last one may silence us.</summary>
    private const int LongestOutburst = 8;

    private static bool WantsPerson(Message message, Utterance utterance) =>
        PersonWish.All(message, calls: SlotReader.Asked(message, utterance).Wish is null).Any(wish => IntentWords.AreYou.Find(message, Math.Max(0, wish.Start - 4), wish.End) is null);

    /// <summary>Whether our last message asked something that a yes answers.</summary>
    private static bool Proposes(Asking asking)
    {
        var asked = Message.Of(asking.Question);
        return asked.Count > 0 && OpenQuestion.Find(asked, 0, Math.Min(3, asked.Count)) is null;
    }

    private static readonly Phrases OpenQuestion = new("(cual|cuales|cuanto|cuanta|cuantos|donde|cuando|quien|what|whats|which|how|where|when|who|dime|digame)", "^ (que|como)", "(a|de|en|con|por|para) (que|cual|quien)");

    /// <summary>Whether the only news is what our question proposed.</summary>
    private static bool OnlyRepeats(Lead fields, Asking asking) =>
        (asking.Amount is { } amount && fields == Lead.Unknown with { MonthlyBudgetUsd = amount }) || (asking.Email is { } email && fields == Lead.Unknown with { Email = email });

    /// <summary>Whether the message opens with a question, a greeting before it aside.</summary>
    private static bool BareQuestion(Message message)
    {
        var start = 0;
        while (start < message.Count && IntentWords.RealGreeting.At(message, start) is not null && !IntentWords.Interrogative.In(message, start, Math.Min(message.Count, start + 3)))
            start = Math.Max(start + 1, IntentWords.Politeness.At(message, start)?.End ?? 0);
        return start < message.Count && (IntentWords.Interrogative.At(message, start) is not null || message.Asks(start)) && message.Clauses(Gap.Stop).Count() <= 2;
    }

    public static bool IsOptIn(Message message) => IntentWords.OptIn.Find(message) is { } optIn && !message.Is(optIn.Start - 1, "no");

    public static bool IsOptOut(Message message)
    {
        if (OnlyStops(message) || (message.Count <= LongestOutburst && StopWords.Whole.Find(message) is { } whole && message.StartsSentence(whole.Start) && message.StartsSentence(whole.End)) || Complains(message) || (IntentWords.Erase.In(message) && IntentWords.MyNumber.In(message)))
            return true;
        if (message.Count <= LongestOutburst && IntentWords.LastWord.All(message).Any(last => last.End == message.Count))
            return true;
        if (IntentWords.StopWord.Find(message) is { } word && message.Clauses(Gap.Stop).Any(clause => clause.From <= word.Start && word.End <= clause.To && clause.To - clause.From <= word.Length + 2))
            return true;

        foreach (var phrase in IntentWords.OptOut.All(message).Concat(StopRequests.All(message)).Concat(UnwantedContact.All(message)))
        {
            var from = Math.Max(0, phrase.Start - 4);
            if ((IntentWords.OthersSpeak.Find(message, from, phrase.Start) is { } others && !message.Is(others.Start - 1, "you")) || (message.Is(phrase.Start - 1, "me") && message.Is(phrase.Start - 2, "no")) || IntentWords.OthersSpeak.In(message, phrase.End, Math.Min(message.Count, phrase.End + 2)))
                continue;
            if (StopWords.OtherWay.In(message, phrase.End, message.Count) || Enumerable.Range(phrase.Start, phrase.Length).Any(i => StopWords.IsPast(message[i].Text) && !message.Is(i - 1, "ser")))
                continue;
            // "No dejen de escribirme" asks for more of it.
            if (message.Is(phrase.Start - 1, "no") && message[phrase.Start].Before <= Gap.Space && Leaves.At(message, phrase.Start) is not null)
                continue;
            if (UnwantedContact.IsOnlyByPhone(message, phrase) || StopRequests.IsLimited(message, phrase) || Told.In(message, phrase))
                continue;
            if (IntentWords.OnlyNow.In(message, from, phrase.Start) && IntentWords.GoesOn.In(message, phrase.End, message.Count))
                continue;
            if (IntentWords.NotOptOut.Find(message, phrase.Start, Math.Min(message.Count, phrase.End + 3)) is null && !(message.Is(from, "si") && message.Is(phrase.Start - 1, "para")))
                return true;
        }

        return false;
    }

    private static readonly Phrases Leaves = new("(dejes|deje|dejen|dejar|deja|pares|pare|paren|parar)");

    private static bool Complains(Message message) =>
        (StopWords.Complaint.Find(message) ?? UnwantedContact.Threat.Find(message)) is { } complaint && !message.Asks(complaint.Start) && !IntentWords.OthersSpeak.In(message);

    /// <summary>Nothing but words that stop us, however often: "stop stop stop", "ya basta por favor".</summary>
    private static bool OnlyStops(Message message)
    {
        var stops = false;
        for (var i = 0; i < message.Count; i++)
        {
            var stop = IntentWords.Stops.At(message, i) is not null;
            if (!stop && IntentWords.AroundStops.At(message, i) is null)
                return false;
            stops |= stop;
        }

        return stops;
    }

    private static Intent? Appointment(Message message, Utterance utterance, SlotReading slot)
    {
        var speaks = utterance.Appointment is not null || Mentioned.In(message);
        if (!speaks)
            return null;
        // Somebody of the team did not keep the appointment: that is no matter for a machine.
        if (utterance.Appointment is not null && NoCall.In(message) && !message.Asks())
            return Intent.Human;
        if (Cancellation.Find(message) is { } cancel && !(message.Is(cancel.Start - 1, "no") && message[cancel.Start].Before <= Gap.Space) && !Opposite.In(message) && !Keeps.In(message))
            return Moving.In(message) && Moves.In(message) ? Intent.Reschedule : Intent.Cancel;
        if (utterance.Appointment is not null && utterance.Offered.Count == 0 && slot.Wish is not null && Rather.In(message))
            return Intent.Reschedule;
        return Moving.In(message) && (utterance.Offered.Count == 0 || Moves.In(message)) ? Intent.Reschedule : null;
    }

    private static readonly Phrases Mentioned = new("(mi|la|my|the|nuestra|esa) (cita|appointment|reunion|meeting|llamada)");
    private static readonly Phrases Moves = new("(cancela|quita|borra) .. (otra|otro)", "(reagendar|reprogramar|reschedule|cambiar|cambiarla|mover|moverla|posponer|posponerla|move|change|reagendarla|reprogramarla|adelantar|pasarla|aplazar|otro|another|pasar|pasala|muevela|muevemela|cambiala|cambiamela|moverme|mueve|mueven|cambia|cambian|posponla|adelantala|recorrela|push|switch|later|tarde|temprano)");
    private static readonly Phrases NoCall = new("nadie (me|nos) (llamo|ha llamado|llamaron|marco|hablo|contacto|atendio|contesto|ha marcado|ha contactado|ha hablado)", "(nunca|no) (me|nos) (llamaron|marcaron|llamo|han llamado|contactaron|hablaron|llego la llamada|atendieron|marco)", "(me|nos) (dejaron|quede|quedamos|dejaste) (plantado|plantada|plantados|esperando)", "(nobody|no one|noone) (called|showed|contacted|reached|answered)", "(you|they|she|he) (guys)? (never|didnt) (called|call|showed|show) ..");
    private static readonly Phrases Rather = new("(mejor|prefiero|preferiria|instead|rather|podria|podriamos|podemos|pueda|puede|puedes|could|can)", "(que sea|me queda mejor|how about|make it|works better|what about|para el)");
    private static readonly Phrases Keeps = new("no _(me|nos)? _(la|lo|las|los)? _(quiero|voy|pienso|deseo|necesito|quisiera|vayas|vayan|vaya|hace falta|hay que)? _a? _(cancel*)", "(dont|not|do not) (want|going|trying)? to? (cancel*)");
    private static readonly Phrases Opposite = new("(me|nos) (cancelan|cancelaron|cancela|cancel)", "(clientes|gente|customers|clients|pacientes) .. (cancelan|cancelaron|cancela|cancel)", "(subscription|suscripcion|plan)");

    /// <summary>Whether the lead turns us down, and not only a part of what they speak of: "no me interesan seguidores, quiero ventas".</summary>
    public static bool TurnsDown(Message message, IReadOnlyList<Clause> clauses) =>
        PoliteNo.Find(message) is { } phrase && !IntentWords.Reported.In(message, 0, phrase.Start) && !Quoted.In(message, phrase.End, message.Count) && !(message.Is(phrase.Start - 1, "no") && message[phrase.Start].Text is "tengo" or "tenemos") && !clauses.Any(clause => (clause.To <= phrase.Start || clause.From >= phrase.End) && NeedSigns.Wish(message, clause));

    private static bool IsNotInterested(Message message, IReadOnlyList<Clause> clauses, Asking asking)
    {
        if (PoliteNo.Find(message) is not { } phrase || !TurnsDown(message, clauses))
            return false;

        var positive = Wants.Find(message, phrase.End);
        return positive is null && !StopWords.OtherWay.In(message) && !Soon.In(message) && !(asking.Field == Field.Budget && BudgetCues.BudgetAfter.In(message));
    }

    /// <summary>"No gracias, me dicen todos": what was turned down is not ours.</summary>
    private static readonly Phrases Quoted = new("(me|nos|te|le|les|se) (dicen|dice|dijo|dijeron|contestan|contesta|contestaron|responden|responde|respondieron|ponen|escriben|avisan|sueltan|decian|salen con)", "(es lo que|asi|lo unico que) (me|nos)? (dicen|contestan|responden|oigo|escucho|recibo)", "(they|everyone|everybody|people|customers|clients|most) (all|always|just|tell|keep)? (say|says|tell|tells|saying|telling|answer|reply) ..");

    /// <summary>Who answers in a moment has not turned us down.</summary>
    private static readonly Phrases Soon = new("(ahorita|orita|al rato|en un rato|en un momento|al ratito) (te|le|les|lo) (digo|contesto|escribo|mando|paso|respondo|explico|platico)");

    private static readonly Phrases Wants = new("(pero|but) (si|yes|quiero|me interesa) ..");

    private static Topic? Question(Message message, Asking asking, Lead fields)
    {
        var asks = Opens(message, asking) || message.Asks() && !(fields != Lead.Unknown && !IntentWords.Interrogative.In(message) && !TopicOf(message).HasValue);
        if (Courtesy.Find(message) is { } courtesy && courtesy.Length >= message.Count - 3 && !IntentWords.Topics.Any(row => row.Phrases.In(message)))
            return null;
        if (!asks && (IntentWords.Interrogative.Find(message) is not { } hit || (!message.Starts(hit.Start) && !Leads(message, hit.Start)) || (asking.WantsNeed && !Starts(message, hit.Start) && !IntentWords.Indirect.In(message))))
            return null;
        if (IsGreeting(message))
            return null;
        return TopicOf(message) ?? Topic.Other;
    }

    /// <summary>A sentence that opens with a question word and has a verb asks, with a mark or without.</summary>
    private static bool Opens(Message message, Asking asking)
    {
        foreach (var (from, to) in message.Clauses(Gap.Stop))
        {
            var at = from;
            while (at < to && IntentWords.Politeness.At(message, at) is { } hello)
                at = hello.End;
            var free = at < to && Words.At(message, at) is not null && (Certain.At(message, at) is not null || !asking.WantsNeed) && Exclaims.At(message, at) is null;
            if (UnmarkedQuestion.In(message, from, to))
                return true;
            if (free && Enumerable.Range(at + 1, to - at - 1).Any(i => i - at <= 5 && Verbs.At(message, i) is { } verb && verb.Is(Person.Finite) && (!verb.Is(Person.First) || Certain.At(message, at) is not null)))
                return true;
        }

        return false;
    }

    private static readonly Phrases Words = new("(que|cual|cuales|cuanto|cuanta|cuantos|cuantas|como|donde|quien|quienes|what|how|where|who|when|why|which)");
    private static readonly Phrases Certain = new("(cual|cuales|cuanto|cuanta|cuantos|cuantas|donde|quien|quienes|what|where|who|why|which)");
    private static readonly Phrases Exclaims = new("que (tal|onda|bueno|padre|chido|bien|mal|raro|lastima|gusto|me|nos|se|te|le|les|la|el|los|las|mi|mis|nadie|no|ya|mas|haya|pregunton|caro|cool|nice)", "(quien|who) (sabe|knows)", "como (no|que|te|ya|le|les|dije|siempre|veras|todos)", "how (are|is) you");

    private static bool Starts(Message message, int at) => at == 0 || message.StartsSentence(at) || (at < 3 && IntentWords.Greeting.At(message, 0) is not null);

    private static bool Leads(Message message, int at) => at <= 6 || IntentWords.Indirect.At(message, at) is not null || message.Is(at - 1, "y") || message.Is(at - 1, "pero") || message.Is(at - 1, "and") || message.Is(at - 1, "saber");

    private static readonly Phrases Courtesy = new("(y|and) (tu|usted|you|ustedes|tu nombre) $", "(y tu|y usted) (como|te) ..", "(que tal|como (estas|esta)) $", "how are you");

    private static Topic? TopicOf(Message message)
    {
        foreach (var (topic, phrases) in IntentWords.Topics)
        {
            if (phrases.In(message))
                return topic;
        }

        return null;
    }

    private static bool IsGreeting(Message message)
    {
        if (message.Count == 0 || !IntentWords.RealGreeting.In(message, 0, Math.Min(2, message.Count)))
            return false;
        for (var i = 0; i < message.Count; i++)
        {
            if (IntentWords.Greeting.At(message, i) is null)
                return false;
        }

        return true;
    }
}
