namespace OutletBot.Understanding;

/// <summary>What an amount is to the lead's budget.</summary>
internal enum Role
{
    /// <summary>Something else: rent, sales, a count, a time.</summary>
    Other,

    /// <summary>What they can spend.</summary>
    Budget,

    /// <summary>An amount of budget that is set against another: the other counts, if there is one.</summary>
    Contrasted,

    /// <summary>An amount of budget that they turn down.</summary>
    Refused,
}

/// <summary>Judges one amount by the words around it: the nearest cue wins.</summary>
internal static class BudgetRole
{
    private const int Reach = 9;

    /// <summary>The least that a bare number must be to pass for a budget that was not asked for.</summary>
    private const decimal Unasked = 50;

    /// <summary>The role of one amount; <paramref name="from"/> is where the amount before it ended.</summary>
    public static Role Of(Message message, Amount amount, Asking asking, bool known, int from)
    {
        var (cue, far) = Nearest(message, amount.Span.Start, from, asking.WantsBudget);
        if (NoMoney.Is(message, amount, budget: cue is Cue.Budget or Cue.Perhaps, asking.WantsBudget))
            return Role.Other;

        var refusal = Refusals.Of(message, amount, from);
        if (refusal == Refusal.Full && (cue is Cue.Budget or Cue.Perhaps or Cue.None))
            return Role.Refused;

        return !Could(message, amount, asking, known, cue, far) ? Role.Other : refusal == Refusal.Contrasted ? Role.Contrasted : Role.Budget;
    }

    /// <summary>Whether it could be what they can spend.</summary>
    private static bool Could(Message message, Amount amount, Asking asking, bool known, Cue cue, bool far)
    {
        var (start, end) = (amount.Span.Start, amount.Span.End);
        var invited = BudgetCues.BudgetAfter.At(message, end) is not null;
        if (BudgetCues.NotAfter.At(message, end) is not null || (cue == Cue.Spent && !(far && invited)) || (cue == Cue.Other && !invited))
            return false;

        var asks = message.Asks(start);
        if (asks && BudgetCues.PriceQuestion.In(message))
            return false;
        if (cue == Cue.Budget || invited)
            return !asks || asking.WantsBudget || cue == Cue.Budget;
        if (asking.WantsBudget)
            return true;

        var enough = BudgetCues.Enough.At(message, end) is not null;
        if (cue == Cue.Perhaps && !asks || enough)
            return amount.Marked && amount.Value >= 20 || (known && amount.Value >= Unasked && !asking.Slot);

        var corrects = known && BudgetCues.Correction.In(message, Math.Max(0, start - 5), start) && (amount.Marked || amount.Value >= Unasked) && !asking.Slot;
        return corrects || (!asks && asking.Field != Conversations.Field.Goal && amount.Value >= 20 && (amount.Currency is not null || amount.PerMonth is not null) && Alone(message, start, end));
    }

    private static bool Alone(Message message, int start, int end)
    {
        while (start > 0 && !message.Starts(start) && BudgetCues.About.Contains(message[start - 1].Text))
            start--;
        return message.Starts(end) && (message.Starts(start) || message[start - 1].Text is "y" or "and");
    }

    private enum Cue
    {
        None,
        Budget,
        Perhaps,
        Spent,
        Other,
    }

    private static readonly (Cue Cue, Phrases Phrases)[] Cues = [(Cue.Budget, BudgetCues.Budget), (Cue.Perhaps, BudgetCues.Perhaps), (Cue.Spent, BudgetCues.Spent), (Cue.Other, BudgetCues.Other)];

    /// <summary>The cue that ends last before the amount governs it; a turn of thought or an earlier amount frees it, and a comma once a budget was asked for.</summary>
    private static (Cue Cue, bool Far) Nearest(Message message, int start, int from, bool asked)
    {
        var floor = Math.Max(from, start - Reach);
        var far = false;
        for (var i = start - 1; i >= floor; i--)
        {
            far |= message.Starts(i + 1);
            if (message.StartsSentence(i + 1) || (far && asked && i + 1 != start))
                break;

            // Of two that end together the longer says more: "estafaron con" before "con".
            for (var begin = Math.Max(floor, i - 4); begin <= i; begin++)
            {
                foreach (var (cue, phrases) in Cues)
                {
                    if (phrases.At(message, begin)?.End == i + 1)
                        return (cue, far);
                }
            }

            if (BudgetCues.Turn.At(message, i) is not null)
                break;
        }

        return (Cue.None, far);
    }
}
