using OutletBot.Simulator.Faults;
using OutletBot.Simulator.Ledger;
using OutletBot.Simulator.Phone;

namespace OutletBot.Simulator.OpenAi;

/// <summary>Writes down what the simulator's leads recorded.</summary>
internal static class Transcriptions
{
    public static async Task AnswerAsync(HttpContext http, FaultBook faults, FaultRunner runner, RequestLog log, Microsoft.Extensions.Options.IOptions<SimulatorOptions> options)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        var struck = faults.Strike("openai", http.Request, null);
        if (!await runner.BeforeAsync(http, struck, options.Value.ModelLatency, OpenAiErrors.ForStatus))
        {
            var answer = await WriteDownAsync(http.Request.Headers.Authorization, form, struck.Count > 0 ? struck[^1].Kind : null);
            if (FaultRunner.LosesAnswer(struck))
            {
                http.Abort();
            }
            else
            {
                http.Response.StatusCode = answer.Status;
                await http.Response.WriteAsJsonAsync(answer.Body, Json.Options, http.RequestAborted);
            }
        }

        log.Add("openai", "audio.transcriptions", http.Request, null, null, http.RequestAborted.IsCancellationRequested ? 0 : http.Response.StatusCode, struck.Count > 0 ? struck[^1].Kind : null);
    }

    private static async Task<Answer> WriteDownAsync(string? authorization, IFormCollection? form, string? fault)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || authorization.Length <= "Bearer ".Length)
            return new Answer(401, OpenAiErrors.ForStatus(401));
        if (fault == "quota")
            return OpenAiErrors.NoQuota();
        if (string.IsNullOrEmpty(form?["model"]))
            return OpenAiErrors.Invalid("you must provide a model parameter", "model");
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return OpenAiErrors.Invalid("file is required", "file");

        using var sound = new MemoryStream();
        await file.CopyToAsync(sound);
        return RecordingsApi.WordsOf(sound.ToArray()) is { } words
            ? Answer.Ok(new { text = words, usage = new { type = "duration", seconds = 1 + (words.Length / 15) } })
            : OpenAiErrors.Invalid("Invalid file format. Supported formats: ['ogg']", "file");
    }
}
