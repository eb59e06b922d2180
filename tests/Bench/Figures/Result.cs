using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutletBot.Bench.Figures;

/// <summary>Prints results, one JSON line each, with the machine's limits.</summary>
internal static class Result
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static void Print(string name, object figures)
    {
        var line = JsonSerializer.SerializeToNode(figures, Json)!.AsObject();
        line.Insert(0, "result", name);
        line.Add("cores", Environment.ProcessorCount);
        line.Add("load", Math.Round(Load(), 2));
        Console.Out.WriteLine(line.ToJsonString(Json));
        Console.Out.Flush();
    }

    public static void Progress(string text) => Console.Error.WriteLine(text);

    /// <summary>What else the machine does shows here: figures taken under load are no figures.</summary>
    private static double Load() => File.Exists("/proc/loadavg")
        ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
        : double.NaN;
}
