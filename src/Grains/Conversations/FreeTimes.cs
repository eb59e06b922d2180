using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutletBot.Conversations;

/// <summary>
/// Free times of a calendar as short text: the first in seconds since 1970, then steps in seconds, repeated ones counted. A week of half
/// hours takes about a hundred characters.
/// </summary>
[JsonConverter(typeof(FreeTimesJson))]
internal sealed record FreeTimes(IReadOnlyList<DateTimeOffset> Times)
{
    /// <summary>What is kept of a calendar at most: offers look three days ahead.</summary>
    public const int KeptAtMost = 300;

    public string Write()
    {
        var text = new List<string>();
        (long Step, int Count) run = default;
        var last = 0L;
        foreach (var seconds in Times.Take(KeptAtMost).Select(time => time.ToUnixTimeSeconds()))
        {
            var step = seconds - last;
            last = seconds;
            if (step == run.Step && run.Count > 0)
            {
                run.Count++;
                continue;
            }

            Flush();
            run = (step, 1);
        }

        Flush();
        return string.Join(' ', text);

        void Flush()
        {
            if (run.Count > 0) text.Add(run.Count == 1 ? Number(run.Step) : $"{Number(run.Step)}*{Number(run.Count)}");
        }
    }

    public static FreeTimes Read(string text)
    {
        var times = new List<DateTimeOffset>();
        var last = 0L;
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var star = part.IndexOf('*', StringComparison.Ordinal);
            var step = long.Parse(star < 0 ? part : part[..star], CultureInfo.InvariantCulture);
            for (var left = star < 0 ? 1 : int.Parse(part.AsSpan(star + 1), CultureInfo.InvariantCulture); left > 0; left--)
                times.Add(DateTimeOffset.FromUnixTimeSeconds(last += step));
        }

        return new(times);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

internal sealed class FreeTimesJson : JsonConverter<FreeTimes>
{
    public override FreeTimes Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => FreeTimes.Read(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, FreeTimes value, JsonSerializerOptions options) => writer.WriteStringValue(value.Write());
}
