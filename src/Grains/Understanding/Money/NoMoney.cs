namespace OutletBot.Understanding;

/// <summary>Tells numbers that are no money: counts, times, dates, years, phone numbers, house numbers, percentages.</summary>
internal static class NoMoney
{
    /// <summary>A phone number has at least so many digits in one piece.</summary>
    private const int PhoneDigits = 7;

    /// <summary>Bare numbers under it and, unless round, from <see cref="Most"/> on are no budgets, in USD a month.</summary>
    private const decimal Least = 20;

    private const decimal Most = 10_000;

    public static bool Is(Message message, Amount amount, bool budget, bool asked)
    {
        var (start, end) = (amount.Span.Start, amount.Span.End);
        if (amount.Currency is not null && amount.Value < 10_000_000)
            return BudgetCues.CountedAfterMoney.At(message, end) is not null;

        var text = message[start].Text;
        if (amount.Digits && ((text.Length >= PhoneDigits && text.All(char.IsAsciiDigit)) || (text[0] is '0' && text.Length > 1 && text[1] is not '.')))
            return true;

        // "De 9 a 5" and a postal code, bare, price nothing either.
        if (amount is { Digits: true, Marked: false } && (amount.Value is > 0 and < Least || (amount.Value >= Most && amount.Value % 50 != 0)))
            return true;

        // "Un poco", "uno de mis socios": small words count, they do not price.
        if (!amount.Digits && !amount.Marked && amount.Value is > 0 and < 20)
            return true;

        if (amount.Value < 1 && !(asked && message.Starts(start) && message.Starts(end)))
            return true;

        if (Neighbours(message, start, end))
            return true;

        if (amount.PerMonth is not null)
            return BudgetCues.CountedAfterMoney.At(message, end) is not null;

        return BudgetCues.Counted.At(message, end) is not null
            || (BudgetCues.CountedBefore.Find(message, Math.Max(0, start - 2), start) is { } counted && counted.End == start && !(asked && BudgetCues.Around.At(message, start - 2)?.End == start))
            || (!budget && !amount.Scaled && amount.Value is >= 1950 and <= 2100 && BudgetCues.YearBefore.Find(message, Math.Max(0, start - 3), start) is { } year && year.End == start)
            || (!amount.Scaled && Counts(message, end, asked));
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

        return end < message.Count && ((message[end].Kind == TokenKind.Number && message[end].Before <= Gap.Space && message[end - 1].Kind == TokenKind.Number)
            || message[end].Text is "%" || (message[end].Before <= Gap.Space && message[end].Text is "am" or "pm" or "hrs" or "hs"));
    }

    /// <summary>What follows a bare number is what it counts: a plural where a budget was asked for, else any word that is none of grammar.</summary>
    private static bool Counts(Message message, int end, bool asked)
    {
        if (end >= message.Count || message[end].Before > Gap.Space || message[end].Kind != TokenKind.Word)
            return false;

        var noun = message[end].Text;
        return asked ? noun.Length > 3 && noun[^1] == 's' && !BudgetCues.NotCounted.Contains(noun)
            : !BudgetCues.Follows.Contains(noun) && !BudgetCues.NotCounted.Contains(noun);
    }
}
