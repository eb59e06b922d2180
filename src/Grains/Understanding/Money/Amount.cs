namespace OutletBot.Understanding;

/// <summary>An amount that a message names, whatever it is for.</summary>
/// <param name="Value">As said; of a range the upper end.</param>
/// <param name="Span">All its tokens: currency, number, period.</param>
/// <param name="Currency">ISO code or the word used; null when none was said.</param>
/// <param name="PerMonth">What turns it into a month's amount; null when no period was said.</param>
/// <param name="Scaled">Whether it was said with "mil" or "k".</param>
/// <param name="Digits">Whether it is a bare figure: digits and nothing else.</param>
internal readonly record struct Amount(decimal Value, Span Span, string? Currency, decimal? PerMonth, bool Scaled, bool Digits)
{
    public bool IsForeign => Currency is not (null or "USD");

    /// <summary>Whether more than a number shows that it is money.</summary>
    public bool Marked => Currency is not null || PerMonth is not null || Scaled;

    /// <summary>Whole dollars a month where a period had to be turned into one, else the amount as said.</summary>
    public decimal Monthly => PerMonth is null or 1 ? Value : decimal.Round(Value * PerMonth.Value, 0, MidpointRounding.AwayFromZero);
}
