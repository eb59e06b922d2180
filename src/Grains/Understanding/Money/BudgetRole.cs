namespace OutletBot.Understanding;

/// <summary>What an amount is to the lead's budget.</summary>
internal enum Role
{
    /// <summary>Something else: rent, sales, a count, a time.</summary>
    Other,

    /// <summary>What they can spend.</summary>
    Budget,

    /// <summary>An amount of budget that they turn down.</summary>
    Refused,
}

/// <summary>Judges one amount by the words around it: the nearest cue wins.</summary>
internal static class BudgetRole
{
    private const int Reach = 9;

    /// <summary>The role of one amount; <paramref name="from"/> is where the amount before it ended.</summary>
    public static Role Of(Message message, Amount amount, Asking asking, bool known, int from)
    {
        var (start, end) = (amount.Span.Start, amount.Span.End);
        if (amount.Value < 1 || IsNoMoney(message, amount, start, end))
            return Role.Other;

        var marked = amount.Currency is not null || amount.PerMonth is not null || amount.Scaled;
        var back = Nearest(message, start, from);
        if (BudgetCues.NotAfter.At(message, end) is not null)
            return Role.Other;

        var invited = BudgetCues.BudgetAfter.At(message, end) is not null;
        if (Refuses(message, start, end, from))
            return Role.Refused;

        if (back == Cue.Other && !invited)
            return Role.Other;

        if (message.Asks(start) && BudgetCues.PriceQuestion.In(message))
            return Role.Other;

        if (back == Cue.Budget || invited)
            return !message.Asks(start) || asking.WantsBudget || back == Cue.Budget ? Role.Budget : Role.Other;

        if (asking.WantsBudget)
            return Role.Budget;

        var corrects = known && BudgetCues.Correction.In(message, Math.Max(0, start - 5), start) && (marked || amount.Value >= 50) && !asking.Slot;
        if (corrects)
            return Role.Budget;

        return !message.Asks(start) && amount.PerMonth is not null && (amount.Value >= 20 || amount.Currency is not null) ? Role.Budget
            : amount.Currency is not null && Alone(message, start, end) && !message.Asks(start) ? Role.Budget
            : Role.Other;
    }

    private static bool Alone(Message message, int start, int end) =>
        message.Starts(end) && (message.Starts(start) || (message.Starts(start - 1) && message.Is(start - 1, BudgetCues.About)));

    private enum Cue
    {
        None,
        Budget,
        Other,
    }

    /// <summary>The cue that ends last before the amount governs it; a turn of thought or an earlier amount frees it.</summary>
    private static Cue Nearest(Message message, int start, int from)
    {
        var floor = Math.Max(from, start - Reach);
        for (var i = start - 1; i >= floor; i--)
        {
            if (message.StartsSentence(i + 1))
                break;

            for (var begin = Math.Max(floor, i - 4); begin <= i; begin++)
            {
                var budget = BudgetCues.Budget.At(message, begin);
                var other = BudgetCues.Other.At(message, begin);
                var isBudget = budget is { } one && one.End == i + 1;
                var isOther = other is { } two && two.End == i + 1;
                if (isBudget || isOther)
                    return isBudget ? Cue.Budget : Cue.Other;
            }

            if (BudgetCues.Turn.At(message, i) is not null)
                break;
        }

        return Cue.None;
    }

    private static bool Refuses(Message message, int start, int end, int from)
    {
        if (BudgetCues.RefusedAfter.At(message, end) is not null)
            return true;

        var clause = start;
        while (clause > from && !message.Starts(clause) && start - clause < 7)
            clause--;
        return BudgetCues.RefusedBefore.Find(message, clause, start) is { } no && BudgetCues.NoMoreThan.Find(message, clause, start) is null && no.End <= start;
    }

    private static bool IsNoMoney(Message message, Amount amount, int start, int end)
    {
        if (amount.Currency is not null && amount.Value < 10_000_000)
            return BudgetCues.CountedAfterMoney.At(message, end) is not null;

        var digits = end - start == 1 && message[start].Kind == TokenKind.Number;
        if (digits && (message[start].Text.Length >= 7 && !message[start].Text.Contains(',', StringComparison.Ordinal) && !message[start].Text.Contains('.', StringComparison.Ordinal)))
            return true;

        if (digits && message[start].Text.StartsWith('0'))
            return true;

        return Neighbours(message, start, end)
            || (amount.PerMonth is null && BudgetCues.Counted.At(message, end) is not null)
            || (amount.PerMonth is not null && BudgetCues.CountedAfterMoney.At(message, end) is not null)
            || (amount.PerMonth is null && BudgetCues.CountedBefore.Find(message, Math.Max(0, start - 2), start) is { } counted && counted.End == start)
            || (amount.Value is >= 1950 and <= 2100 && !amount.Scaled && amount.PerMonth is null && BudgetCues.YearBefore.Find(message, Math.Max(0, start - 3), start) is { } year && year.End == start)
            || (amount.PerMonth is null && !amount.Scaled && Counts(message, start, end));
    }

    /// <summary>Parts of a time, a date, a phone number or an address.</summary>
    private static bool Neighbours(Message message, int start, int end)
    {
        if (start > 0 && message[start].Before == Gap.None && message[start - 1].Text is ":" or "/" or "#" or "-" or "+" or "&")
            return message[start - 1].Text is not "-" || start < 2 || message[start - 2].Kind == TokenKind.Number;

        if (end < message.Count && message[end].Before == Gap.None && message[end].Text is ":" or "/" or "-" or "%")
            return message[end].Text is not "/" || end + 1 >= message.Count || message[end + 1].Kind == TokenKind.Number;

        if (start > 0 && message[start - 1].Kind == TokenKind.Number && message[start].Before <= Gap.Space && message[start].Kind == TokenKind.Number)
            return true;

        return end < message.Count && ((message[end].Kind == TokenKind.Number && message[end].Before <= Gap.Space && message[start].Kind == TokenKind.Number)
            || message[end].Text is "%" || (message[end].Before <= Gap.Space && message[end].Text is "am" or "pm" or "hrs" or "hs"));
    }

    /// <summary>A bare number before a plural noun counts things: "20 mesas", "3 locations".</summary>
    private static bool Counts(Message message, int start, int end)
    {
        if (end >= message.Count || message[end].Before > Gap.Space || message[end].Kind != TokenKind.Word)
            return false;

        var noun = message[end].Text;
        return noun.Length > 3 && noun[^1] == 's' && !BudgetCues.NotCounted.Contains(noun);
    }
}
