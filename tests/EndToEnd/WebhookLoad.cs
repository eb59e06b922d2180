using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;

namespace OutletBot.EndToEnd;

/// <summary>Callers who send webhook after webhook, and remember what they were told.</summary>
internal sealed class WebhookLoad(Site site)
{
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMilliseconds(50);

    /// <summary>Ids of the messages that were acknowledged.</summary>
    public ConcurrentBag<string> Acked { get; } = [];

    /// <summary>All other answers.</summary>
    public ConcurrentBag<(HttpStatusCode Status, TimeSpan? RetryAfter)> Refused { get; } = [];

    /// <summary>Sends until it is told to end. Throws when a call gets no answer at all.</summary>
    public Task RunAsync(int writers, CancellationToken end) => Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
    {
        for (var n = 0; !end.IsCancellationRequested; n++)
        {
            var id = $"load-{writer}-{n}";
            using var answer = await site.Http.PostAsJsonAsync("/webhook/meta-lead", new { contactId = $"c-{writer}", message = $"hola {n}", locationId = "loc-load", id }, CancellationToken.None);
            if (answer.StatusCode == HttpStatusCode.Accepted)
            {
                Acked.Add(id);
                continue;
            }

            Refused.Add((answer.StatusCode, answer.Headers.RetryAfter?.Delta));
            await Task.Delay(AfterRefusal, TimeProvider.System, CancellationToken.None);
        }
    }));
}
