using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenAI.Audio;
using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Costs;
using OutletBot.Options;

namespace OutletBot.Voice;

/// <summary>Has recordings written down by the model's provider, <c>POST /audio/transcriptions</c>.</summary>
internal sealed partial class ModelVoice(Recordings recordings, AudioClient client, AgentOptions options, ModelBudgets budgets, ModelMetrics metrics, TimeProvider time, ILogger<ModelVoice> logger) : IVoice
{
    private const int Attempts = 2;
    private const int LongestText = 4096;

    private static readonly AudioTranscriptionOptions Plain = new() { ResponseFormat = AudioTranscriptionFormat.Simple };

    // A voice note takes about 2 kB a second, and never less than this.
    private const int BytesASecond = 2000;
    private const int FewestBytesASecond = 700;

    public async Task<string?> HearAsync(Recording recording, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(options.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var (words, outcome) = await TryAsync(recording, either.Token);
        cancellation.ThrowIfCancellationRequested();
        metrics.Heard(outcome, time.GetElapsedTime(started));
        if (words is null) LogUnheard(outcome);
        return words;
    }

    private async Task<(string? Words, string Outcome)> TryAsync(Recording recording, CancellationToken cancellation)
    {
        try
        {
            var (sound, outcome) = await recordings.ReadAsync(recording.Address, cancellation);
            if (sound is null) return (null, outcome);
            var worst = new ModelCharge(recording.Conversation, recording.Day) { Calls = 1, Usd = options.Price.OfRecording(Length(sound, FewestBytesASecond)) * Attempts };
            return await budgets.ReserveAsync(worst, cancellation) is { } reserved
                ? await WriteDownAsync(sound, NameOf(recording.Address), reserved, cancellation)
                : (null, "over budget");
        }
        catch (OperationCanceledException)
        {
            return (null, "timeout");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, "unreachable");
        }
    }

    private async Task<(string? Words, string Outcome)> WriteDownAsync(byte[] sound, string name, ModelCharge reserved, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var stream = new MemoryStream(sound, writable: false);
                var answer = await client.TranscribeAudioAsync(stream, name, Plain, cancellation);
                var cost = options.Price.OfRecording(BilledFor(answer.GetRawResponse().Content) ?? Length(sound, BytesASecond));
                metrics.Spent(new(0, 0, cost));
                await budgets.SettleAsync(reserved, new(0, 0, cost));
                var words = answer.Value.Text?.Trim();
                return string.IsNullOrEmpty(words) ? (null, "silent") : (words.Length <= LongestText ? words : words[..LongestText], "heard");
            }
            catch (ClientResultException e) when (e.Status is >= 400 and < 500 and not (408 or 429))
            {
                await budgets.SettleAsync(reserved, ModelUsage.None);
                return (null, "refused");
            }
            catch (Exception e) when (e is ClientResultException or HttpRequestException or IOException or JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
            {
                if (attempt == Attempts) return (null, "failed");
            }
        }
    }

    private static TimeSpan Length(byte[] sound, int bytesASecond) => TimeSpan.FromSeconds((double)sound.Length / bytesASecond);

    /// <summary>The length that the provider charges for, where it tells.</summary>
    private static TimeSpan? BilledFor(BinaryData answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty("seconds", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out var length)
            ? TimeSpan.FromSeconds(length)
            : null;
    }

    /// <summary>A name that tells the provider the format: WhatsApp's recordings are Ogg whatever they are called.</summary>
    private static string NameOf(Uri address) =>
        Path.GetExtension(address.AbsolutePath).ToUpperInvariant() switch
        {
            ".MP3" => "recording.mp3",
            ".M4A" => "recording.m4a",
            ".WAV" => "recording.wav",
            _ => "recording.ogg",
        };

    [LoggerMessage(2401, LogLevel.Warning, "A recording was not heard ({Outcome}): the lead is asked to type.")]
    private partial void LogUnheard(string outcome);
}
