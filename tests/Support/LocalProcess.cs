using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.Support;

/// <summary>The one process of a laptop: silo, gateway and simulator, as <c>dotnet run --project src/Silo</c> starts it.</summary>
public sealed class LocalProcess : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outletbot-");
    private readonly HttpClient http;

    private LocalProcess(IReadOnlyDictionary<string, string>? differently)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings:OutletBot"] = $"Data Source={Path.Combine(folder.FullName, "outletbot.db")}",
            ["Conversation:QuietPeriod"] = "00:00:00.3",
            ["Conversation:MaxWait"] = "00:00:01",
        };
        foreach (var (key, value) in differently ?? new Dictionary<string, string>(StringComparer.Ordinal)) settings[key] = value;
        Process = RunningProcess.Start("Silo", RunningProcess.FreeAddress(), settings);
        http = new HttpClient { BaseAddress = Process.Url };
    }

    /// <summary>The process.</summary>
    public RunningProcess Process { get; }

    /// <summary>Starts it.</summary>
    public static async Task<LocalProcess> StartAsync(IReadOnlyDictionary<string, string>? differently = null)
    {
        var local = new LocalProcess(differently);
        await local.Process.AnswersAsync("/health/startup");
        await local.Process.SaysAsync("Database  ");
        return local;
    }

    /// <summary>Reads JSON.</summary>
    public async Task<JsonObject> GetAsync(string path) => (await http.GetFromJsonAsync<JsonObject>(path))!;

    /// <summary>Posts JSON.</summary>
    public async Task<JsonObject> PostAsync(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Waits until the bot has sent a lead so many messages.</summary>
    public Task HeardAsync(string contactId, int number) => Eventually.TrueAsync(
        async () => (await GetAsync($"/simulator/leads/{contactId}"))["messages"]!.AsArray().Count(m => (string)m!["direction"]! == "outbound") >= number,
        TimeSpan.FromSeconds(40),
        () => $"Message {number} never came.\n{Process.Output}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        http.Dispose();
        folder.Delete(recursive: true);
    }
}
