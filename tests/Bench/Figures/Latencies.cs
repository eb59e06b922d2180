namespace OutletBot.Bench.Figures;

/// <summary>What many measured times come to, in milliseconds.</summary>
internal sealed record Latencies(int Count, double P50, double P90, double P99, double Max)
{
    public static Latencies Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(t => t.TotalMilliseconds).Order().ToArray();
        double At(double share) => sorted.Length == 0 ? double.NaN : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], 2);
        return new Latencies(sorted.Length, At(0.5), At(0.9), At(0.99), At(1));
    }
}
