using Spectre.Console;

namespace OutletBot.Evals;

/// <summary>What was asked for on the command line.</summary>
internal sealed record EvalsRequest
{
    public required string Brain { get; init; }
    public string? Turns { get; init; }
    public string? Conversations { get; init; }
    public string? Json { get; init; }
    public string? Html { get; init; }
    public string? Baseline { get; init; }
    public bool WriteBaseline { get; init; }
}

/// <summary>One run of the evaluation: read, score, report, compare.</summary>
internal static class EvalsRun
{
    private const int Scored = 0;
    private const int Fell = 1;
    private const int NotScored = 2;

    /// <summary>The data sets of the repository, copied beside the program.</summary>
    public static string OwnTurns { get; } = Path.Combine(AppContext.BaseDirectory, "data", "turns.jsonl");

    public static string OwnConversations { get; } = Path.Combine(AppContext.BaseDirectory, "data", "conversations.jsonl");

    public static async Task<int> RunAsync(IAnsiConsole console, EvalsRequest request, CancellationToken cancellation)
    {
        try
        {
            if (request is { WriteBaseline: true, Baseline: null })
                throw new EvalsException("--write-baseline needs --baseline FILE.");

            var result = await ScoreAsync(console, request, cancellation);
            ConsoleReport.Write(console, result);
            if (request.Json is { } json)
                JsonReport.Write(json, result);

            if (request.Html is { } html)
                HtmlReport.Write(html, result);

            return request.Baseline is { } baseline ? Compare(console, baseline, request.WriteBaseline, result) : Scored;
        }
        catch (Exception exception) when (exception is DataFileException or EvalsException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message.AsMemory(), cancellation);
            return NotScored;
        }
    }

    private static async Task<EvalsResult> ScoreAsync(IAnsiConsole console, EvalsRequest request, CancellationToken cancellation)
    {
        var own = request is { Turns: null, Conversations: null };
        TurnScore? turns = null;
        if (own || request.Turns is not null)
            turns = await TurnScorer.RunAsync(Turn.Load(request.Turns ?? OwnTurns), ReaderOf(request.Brain), cancellation);

        if (!own && request.Conversations is null)
            return new(request.Brain, turns, null);

        var cases = ConversationCase.Load(request.Conversations ?? OwnConversations);
        if (ConversationRuns.For(request.Brain) is { } run)
            return new(request.Brain, turns, await ConversationScorer.RunAsync(cases, run, cancellation));

        if (request.Conversations is not null)
            throw new EvalsException($"Conversations cannot be played with \"{request.Brain}\" here.");

        console.MarkupLineInterpolated($"[yellow]{cases.Count} conversations were not played: nothing here plays them with {request.Brain}.[/]");
        return new(request.Brain, turns, null);
    }

    private static ITurnReader ReaderOf(string brain) => brain == "rules" ? new RulesTurnReader()
        : ModelBrains.FromEnvironment() is { } model ? new ModelTurnReader(model)
        : throw new EvalsException("No model is configured: set Agent__ApiKey (or OPENAI_API_KEY), or Agent__BaseUrl for a server that needs no key.");

    private static int Compare(IAnsiConsole console, string path, bool write, EvalsResult result)
    {
        if (write)
        {
            Baseline.Write(path, result.Figures());
            console.MarkupLineInterpolated($"baseline written: {path}");
            return Scored;
        }

        var fallen = Baseline.Fallen(Baseline.Load(path), result.Figures());
        foreach (var figure in fallen)
            console.MarkupLineInterpolated($"[red]fell: {figure}[/]");

        if (fallen.Count == 0)
            console.MarkupLine("no figure fell below the baseline");

        return fallen.Count == 0 ? Scored : Fell;
    }
}

/// <summary>A run that cannot be done as asked.</summary>
internal sealed class EvalsException(string message) : Exception(message);
