namespace OutletBot.Options;

/// <summary>The section <c>Agent:Price</c>: what the provider charges for the model, USD for a million tokens. The defaults are gpt-4o-mini's.</summary>
public sealed class ModelPrice
{
    private const decimal Million = 1_000_000;
    private const int Decimals = 9;

    /// <summary>Input tokens.</summary>
    public decimal InputPerMillion { get; set; } = 0.15m;

    /// <summary>Input tokens that the provider has in its cache.</summary>
    public decimal CachedInputPerMillion { get; set; } = 0.075m;

    /// <summary>Output tokens.</summary>
    public decimal OutputPerMillion { get; set; } = 0.60m;

    /// <summary>A minute of a recording that is written down, USD. The default is whisper-1's.</summary>
    public decimal TranscriptionPerMinute { get; set; } = 0.006m;

    /// <summary>What writing a recording down costs, USD, rounded up to 10⁻⁹.</summary>
    public decimal OfRecording(TimeSpan length) =>
        decimal.Round(length.Ticks * TranscriptionPerMinute / TimeSpan.TicksPerMinute, Decimals, MidpointRounding.ToPositiveInfinity);

    /// <summary>What a call costs, USD, rounded up to 10⁻⁹.</summary>
    /// <param name="input">Input tokens, the cached ones included.</param>
    /// <param name="cached">Input tokens from the cache.</param>
    /// <param name="output">Output tokens.</param>
    public decimal Of(long input, long cached, long output) => decimal.Round(
        (((input - cached) * InputPerMillion) + (cached * CachedInputPerMillion) + (output * OutputPerMillion)) / Million,
        Decimals, MidpointRounding.ToPositiveInfinity);
}
