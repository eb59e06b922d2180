using System.Globalization;

namespace OutletBot.Chaos;

/// <summary>What the command line asks for.</summary>
/// <param name="Duration">How long things break; null when an upgrade is asked for.</param>
/// <param name="Seed">Decides the scripts and the order of faults.</param>
/// <param name="From">The release to upgrade from, a tag or a commit; null for the one before.</param>
/// <param name="Only">The faults to make, by name, with commas; null for all.</param>
/// <param name="Leads">How many write at once.</param>
internal sealed record RunOptions(TimeSpan? Duration, int Seed, string? From = null, string? Only = null, int Leads = RunOptions.ManyLeads)
{
    private const int ManyLeads = 24;

    public bool Upgrades => Duration is null;

    /// <summary>Null when it asks for no run: then it is a test project like the others.</summary>
    public static RunOptions? Parse(string[] arguments)
    {
        TimeSpan? duration = Number("--minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : Number("--seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        if (arguments.Contains("--upgrade")) duration = null;
        else if (duration is null) return null;
        return new(duration, (int)(Number("--seed") ?? Random.Shared.Next(1, 100_000)), Text("--from"), Text("--only"), (int)(Number("--leads") ?? ManyLeads));

        double? Number(string name) => Text(name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

        string? Text(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
