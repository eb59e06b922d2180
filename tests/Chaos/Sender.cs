using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace OutletBot.Chaos;

/// <summary>Posts webhooks as GHL does behind a load balancer: a 429 is sent again, and whatever fails at one gateway goes to the next that is ready.</summary>
internal sealed class Sender(Balancer balancer) : IDisposable
{
    private static readonly TimeSpan TriedFor = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(6) };
    private int _failedAttempts;

    /// <summary>When each acked request was sent and how long it took, in milliseconds; failed attempts before it do not count.</summary>
    public ConcurrentBag<(DateTimeOffset At, double Took)> AckTimes { get; } = [];

    public ConcurrentDictionary<int, int> Answers { get; } = new();

    public int FailedAttempts => _failedAttempts;

    /// <summary>Returns when the webhook is acked: the time of it; null when nobody took it.</summary>
    public async Task<DateTimeOffset?> PostAsync(string path, object body)
    {
        var time = TimeProvider.System;
        var begun = time.GetTimestamp();
        while (time.GetElapsedTime(begun) < TriedFor)
        {
            var gateway = balancer.Next();
            try
            {
                var (at, sent) = (time.GetUtcNow(), time.GetTimestamp());
                using var response = await _http.PostAsJsonAsync(gateway + path, body);
                Answers.AddOrUpdate((int)response.StatusCode, 1, (_, n) => n + 1);
                if (response.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.OK)
                {
                    AckTimes.Add((at, time.GetElapsedTime(sent).TotalMilliseconds));
                    return time.GetUtcNow();
                }

                if (response.StatusCode == HttpStatusCode.TooManyRequests) await Task.Delay(TimeSpan.FromSeconds(1), time);
                else if ((int)response.StatusCode < 500) return null;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                Interlocked.Increment(ref _failedAttempts);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        }

        return null;
    }

    public void Dispose() => _http.Dispose();
}
