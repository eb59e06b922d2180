using System.Text.Json;

namespace OutletBot.Evals;

/// <summary>A data file that cannot be read as it stands: every broken line with its number.</summary>
internal sealed class DataFileException(string path, IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(problem => $"{path}{problem}")));

/// <summary>Reads JSON lines. All broken lines are told at once, so that a file is mended in one go.</summary>
internal static class DataFile
{
    public static IReadOnlyList<T> Load<T>(string path, Func<JsonElement, int, T> read)
    {
        if (!File.Exists(path))
            throw new DataFileException(path, [": no such file."]);

        var (items, problems, number) = (new List<T>(), new List<string>(), 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;

            try
            {
                using var document = JsonDocument.Parse(line);
                if (document.RootElement.ValueKind != JsonValueKind.Object)
                    throw new FormatException("a line must hold one JSON object.");

                items.Add(read(document.RootElement, number));
            }
            catch (Exception exception) when (exception is JsonException or FormatException)
            {
                problems.Add($":{number}: {exception.Message}");
            }
        }

        return problems.Count == 0 ? items : throw new DataFileException(path, problems);
    }
}
