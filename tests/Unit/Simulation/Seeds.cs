namespace OutletBot.Unit.Simulation;

/// <summary>Which histories are played: so many, as many as OUTLETBOT_SEEDS says (100000, or a piece as 20001-40000), or OUTLETBOT_SEED alone.</summary>
internal static class Seeds
{
    public static IEnumerable<int> UpTo(int many)
    {
        if (Environment.GetEnvironmentVariable("OUTLETBOT_SEED") is { Length: > 0 } one) return [int.Parse(one)];
        if (Environment.GetEnvironmentVariable("OUTLETBOT_SEEDS") is not { Length: > 0 } asked) return Enumerable.Range(1, many);
        var ends = Array.ConvertAll(asked.Split('-'), int.Parse);
        var from = ends.Length > 1 ? ends[0] : 1;
        return Enumerable.Range(from, ends[^1] - from + 1);
    }
}
