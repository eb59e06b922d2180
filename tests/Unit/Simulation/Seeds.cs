namespace OutletBot.Unit.Simulation;

/// <summary>Which histories are played: so many, as many as OUTLETBOT_SEEDS says, or OUTLETBOT_SEED alone.</summary>
internal static class Seeds
{
    public static IEnumerable<int> UpTo(int many) =>
        Environment.GetEnvironmentVariable("OUTLETBOT_SEED") is { Length: > 0 } one
            ? [int.Parse(one)]
            : Enumerable.Range(1, Environment.GetEnvironmentVariable("OUTLETBOT_SEEDS") is { Length: > 0 } asked ? int.Parse(asked) : many);
}
