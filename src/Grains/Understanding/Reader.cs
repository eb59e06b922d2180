using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>
/// Reads what a lead writes in Spanish, Spanglish or English, without a model and without the network.
/// <para>
/// The text is cut into folded tokens (<c>Words/</c>: no case, no accents, sounds instead of spelling) that keep the way back to the lead's own words. Tables of
/// phrases then look for one thing each: addresses (<c>Emails/</c>), amounts and whether they are a budget (<c>Money/</c>), names (<c>Names/</c>), business,
/// problem and goal (<c>Needs/</c>), what only a playbook asks (<c>Choices/</c>), a choice among the offered times (<c>Slots/</c>), and at last what the lead is after (<c>Intents/</c>).
/// <see cref="Asking"/> reads what our last message asked, so that a yes or a bare "500" can be understood.
/// </para>
/// <para>To teach it a wording, add a phrase to a table. What cannot be told is left out: to ask once more is cheap, a wrong value is not.</para>
/// </summary>
public static class Reader
{
    /// <summary>What lies beyond is read by nobody.</summary>
    private const int Longest = 12_000;

    /// <summary>Reads one message in its context. Never throws for what a lead can type.</summary>
    public static Reading Read(Utterance utterance)
    {
        var text = utterance.Text.Length > Longest ? utterance.Text[..Longest] : utterance.Text;
        var found = EmailReader.Find(text);
        var message = new Message(text, [.. found.Select(email => (email.Start, email.End))]);
        var asking = Asking.Of(utterance, message);
        var slot = SlotReader.Read(message, utterance, asking);
        var (email, toConfirm) = EmailChoice.Of(message, found, asking, utterance.Known.Email);
        var budget = !utterance.Asks(Field.Budget) || (IsTime(slot) && !asking.WantsBudget) ? default : BudgetReader.Read(message, asking, utterance.Known.Has(Field.Budget));
        var silent = IntentReader.IsOptOut(message);
        var others = silent ? FieldValues.None : ChoiceReader.Options(message, utterance, asking);
        var name = silent ? null : NameReader.Read(message, asking, utterance.AgentName, utterance.Known.Name);
        // Who answers "limpieza" when asked for a name has named what they come for.
        if (name is not null && others.Count > 0 && utterance.Fields.Any(spec => spec.Options.Count > 0 && OptionWords.Of(spec).Meant(name) is not null)) name = null;
        var clauses = silent ? [] : ClauseReader.Read(message);
        var business = silent || YesNo.Bare(message) || !utterance.Asks(Field.BusinessType) ? null : BusinessReader.Read(message, clauses, asking, utterance.Known.BusinessType, name is not null);
        // "Ya trabajo con otra agencia" says whose customer they are.
        if (business is { } named && PoliteNo.Find(message) is { } no && no.Start <= named.Span.Start && named.Span.End <= no.End) business = null;
        var news = others.Count > 0 || name is not null || budget.Usd is not null || email is not null || toConfirm is not null || budget.Foreign is not null || (business is not null && !asking.WantsNeed);
        var declines = silent || IntentReader.TurnsDown(message, clauses) || PersonWish.In(message) || IntentReader.IsOptIn(message);
        var (problem, goal) = declines ? (null, null) : NeedReader.Read(message, clauses, asking, utterance.Known, clause => OtherNews.In(message, clause, name, budget.Usd, business?.Span));
        if (!declines && !news) others = ChoiceReader.Answer(message, utterance, asking);
        var fields = new Lead
        {
            Name = name,
            BusinessType = business?.Text,
            Problem = utterance.Asks(Field.Problem) ? problem : null,
            Goal = utterance.Asks(Field.Goal) ? goal : null,
            MonthlyBudgetUsd = silent ? null : budget.Usd,
            Email = email,
            Others = others,
        };
        if (asking is { Closed: true, SaidYes: true, Slot: false, SpeaksOfTimes: false } && !news && utterance.LastReply.Length > 0)
            fields = OfProposal(asking.Question, utterance).With(fields with { Problem = null, Goal = null });
        var (intent, question) = IntentReader.Read(message, clauses, utterance, asking, fields, slot);
        return new Reading
        {
            Fields = fields,
            Intent = intent,
            Question = question,
            Slot = intent is Intent.OptOut or Intent.Cancel ? SlotReading.Nothing
                : utterance.Offered.Count > 0 || intent == Intent.Reschedule ? slot.Slot
                : utterance.Appointment is null && intent != Intent.NotInterested && fields == Lead.Unknown ? SlotReader.Asked(message, utterance)
                : SlotReading.Nothing,
            Language = LanguageReader.Read(message),
            ForeignCurrency = budget.Foreign,
            EmailToConfirm = toConfirm,
            Mood = MoodReader.Read(message),
        };
    }

    /// <summary>Name and needs in our question, which a yes takes over.</summary>
    private static Lead OfProposal(string question, Utterance utterance)
    {
        var proposed = Read(utterance with { Text = Proposed.Statement(question), LastReply = "", Asked = null, Offered = [], Known = Lead.Unknown }).Fields;
        // "¿Limpieza o blanqueamiento?" is not answered by a yes.
        return proposed with { MonthlyBudgetUsd = null, Email = null, Others = Alternatives.In(Message.Of(question)) ? FieldValues.None : proposed.Others };
    }

    private static readonly Phrases Alternatives = new("(o|u|or)");

    private static bool IsTime(SlotReader.Result slot) => slot.Slot.Match is SlotMatch.One or SlotMatch.Several;
}
