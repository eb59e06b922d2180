namespace OutletBot.Understanding;

/// <summary>Tells which of the amounts of a message is the lead's monthly budget, if any.</summary>
internal static class BudgetReader
{
    /// <summary>USD a month, or the foreign currency that a budget was named in.</summary>
    public readonly record struct Result(decimal? Usd, string? Foreign, Span? Span);

    public static Result Read(Message message, Asking asking, bool known)
    {
        Amount? taken = null;
        Amount? foreign = null;
        var refused = false;
        var previousEnd = 0;
        foreach (var amount in Amounts.In(message))
        {
            var role = BudgetRole.Of(message, amount, asking, known, previousEnd);
            previousEnd = amount.Span.End;
            if (role == Role.Refused)
                refused = true;
            if (role != Role.Budget)
                continue;

            if (amount.IsForeign)
                foreign = amount;
            else if (taken is not { } earlier || Corrects(message, earlier, amount))
                taken = amount;
        }

        if (taken is null && foreign is null && !refused && asking.Amount is { } proposed && asking.SaidYes)
            return new(proposed, null, null);

        return new(taken?.Monthly, taken is null ? foreign?.Currency : null, taken?.Span ?? foreign?.Span);
    }

    /// <summary>The later amount counts, unless the earlier was called the most, or the later is for another time.</summary>
    private static bool Corrects(Message message, Amount earlier, Amount later)
    {
        if (BudgetCues.Correction.In(message, earlier.Span.End, later.Span.Start))
            return true;

        if (BudgetCues.Later.In(message, earlier.Span.End, Math.Min(message.Count, later.Span.End + 3)))
            return false;

        return later.Monthly >= earlier.Monthly || !BudgetCues.Most.In(message, Math.Max(0, earlier.Span.Start - 3), Math.Min(message.Count, earlier.Span.End + 2));
    }
}
