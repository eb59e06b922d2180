using System.Globalization;
using System.Text.Json;

namespace OutletBot.Evals;

/// <summary>Figures that a run must not fall below, one JSON object of figure names and numbers.</summary>
internal static class Baseline
{
    // Room for the rounding of the file, far below what one turn weighs.
    private const double Tolerance = 0.00005;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The figures in a file. Throws <see cref="DataFileException"/> when it is missing or holds no figures.</summary>
    public static IReadOnlyDictionary<string, double> Load(string path)
    {
        if (!File.Exists(path))
            throw new DataFileException(path, [": no such file; write one with --write-baseline."]);

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(path)) is { Count: > 0 } figures
                ? figures
                : throw new DataFileException(path, [": holds no figures."]);
        }
        catch (JsonException exception)
        {
            throw new DataFileException(path, [$": {exception.Message}"]);
        }
    }

    public static void Write(string path, SortedDictionary<string, double> figures) => File.WriteAllText(path, JsonSerializer.Serialize(
        figures.ToDictionary(figure => figure.Key, figure => Math.Round(figure.Value, 4)), Indented) + "\n");

    /// <summary>Every figure that fell, or that is no longer there, in words.</summary>
    public static IReadOnlyList<string> Fallen(IReadOnlyDictionary<string, double> baseline, IReadOnlyDictionary<string, double> figures) =>
    [
        .. baseline
            .Where(old => !figures.TryGetValue(old.Key, out var now) || now < old.Value - Tolerance)
            .OrderBy(old => old.Key, StringComparer.Ordinal)
            .Select(old => string.Create(CultureInfo.InvariantCulture,
                $"{old.Key}: {(figures.TryGetValue(old.Key, out var now) ? now.ToString("0.0000", CultureInfo.InvariantCulture) : "missing")}, was {old.Value:0.0000}")),
    ];
}
