using System.Text.Json.Nodes;
using OutletBot.Simulator.Faults;
using OutletBot.Simulator.Ledger;

namespace OutletBot.Simulator.OpenAi;

/// <summary>OpenAI's stand-in: chat completions by strict JSON schema, and transcriptions.</summary>
internal static class OpenAiApi
{
    public static void MapOpenAi(this IEndpointRouteBuilder simulator)
    {
        var openAi = simulator.MapGroup("/openai/v1");
        openAi.MapGet("/models", () => Json.Result(new
        {
            @object = "list",
            data = new[] { new { id = "gpt-5-mini", @object = "model", created = 1_754_425_867, owned_by = "system" } },
        }));
        openAi.MapPost("/chat/completions", CompleteAsync);
        openAi.MapPost("/audio/transcriptions", Transcriptions.AnswerAsync);
        openAi.Map("/{**rest}", (HttpContext http) =>
            Json.Result(OpenAiErrors.Body($"Unknown request URL: {http.Request.Method} {http.Request.Path}.", "invalid_request_error", "unknown_url"), 404));
    }

    private static async Task CompleteAsync(
        HttpContext http, ChatCompletions completions, FaultBook faults, FaultRunner runner, RequestLog log, Microsoft.Extensions.Options.IOptions<SimulatorOptions> options, TimeProvider clock)
    {
        var body = await Json.ReadObjectAsync(http.Request);
        var struck = faults.Strike("openai", http.Request, null);
        string? content = null;
        if (!await runner.BeforeAsync(http, struck, options.Value.ModelLatency, OpenAiErrors.ForStatus))
        {
            var answer = completions.Answer(http.Request.Headers.Authorization, body, struck.Count > 0 ? struck[^1].Kind : null);
            content = (Json.Node(answer.Body)?["choices"]?[0]?["message"]?["content"] as JsonValue)?.ToString();
            if (FaultRunner.LosesAnswer(struck))
            {
                http.Abort();
            }
            else
            {
                http.Response.StatusCode = answer.Status;
                http.Response.Headers["x-request-id"] = $"req_{http.TraceIdentifier.Replace(":", "", StringComparison.Ordinal)}";
                await http.Response.WriteAsJsonAsync(answer.Body, Json.Options, http.RequestAborted);
            }
        }

        var status = http.RequestAborted.IsCancellationRequested ? 0 : http.Response.StatusCode;
        log.Add("openai", "chat.completions", http.Request, null, null, status, struck.Count > 0 ? struck[^1].Kind : null);
        log.Add(new ModelExchange(clock.GetUtcNow(), body, content, status));
    }
}
