using System.ClientModel;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenAI.Audio;
using OutletBot.Agent;
using OutletBot.Options;

namespace OutletBot.Voice;

/// <summary>Has recordings written down by the model's provider, <c>POST /audio/transcriptions</c>.</summary>
internal sealed partial class ModelVoice(Recordings recordings, AudioClient client, AgentOptions options, ModelMetrics metrics, TimeProvider time, ILogger<ModelVoice> logger) : IVoice
{
    private const int Attempts = 2;
    private const int LongestText = 4096;

    private static readonly AudioTranscriptionOptions Plain = new() { ResponseFormat = AudioTranscriptionFormat.Simple };

    public async Task<string?> HearAsync(Uri address, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        using var deadline = new CancellationTokenSource(options.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        var (words, outcome) = await TryAsync(address, either.Token);
        cancellation.ThrowIfCancellationRequested();
        metrics.Heard(outcome, time.GetElapsedTime(started));
        if (words is null) LogUnheard(outcome);
        return words;
    }

    private async Task<(string? Words, string Outcome)> TryAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            var (sound, outcome) = await recordings.ReadAsync(address, cancellation);
            return sound is null ? (null, outcome) : await WriteDownAsync(sound, NameOf(address), cancellation);
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

    private async Task<(string? Words, string Outcome)> WriteDownAsync(byte[] sound, string name, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var stream = new MemoryStream(sound, writable: false);
                var answer = await client.TranscribeAudioAsync(stream, name, Plain, cancellation);
                var words = answer.Value.Text?.Trim();
                return string.IsNullOrEmpty(words) ? (null, "silent") : (words.Length <= LongestText ? words : words[..LongestText], "heard");
            }
            catch (ClientResultException e) when (e.Status is >= 400 and < 500 and not (408 or 429))
            {
                return (null, "refused");
            }
            catch (Exception e) when (e is ClientResultException or HttpRequestException or IOException or JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
            {
                if (attempt == Attempts) return (null, "failed");
            }
        }
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
