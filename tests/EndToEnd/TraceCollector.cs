using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OutletBot.EndToEnd;

/// <summary>Takes what processes export by OTLP over HTTP, and keeps the bytes.</summary>
internal sealed class TraceCollector : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> bodies = new();
    private readonly WebApplication server;

    private TraceCollector(WebApplication server, Uri url) => (this.server, Url) = (server, url);

    public Uri Url { get; }

    /// <summary>All that was exported; its strings stand in it as UTF-8, so they can be searched for.</summary>
    public string Exported => string.Concat(bodies.Select(System.Text.Encoding.UTF8.GetString));

    /// <summary>What was exported together with spans of a trace.</summary>
    public IReadOnlyList<string> Of(ActivityTraceId trace)
    {
        var id = Convert.FromHexString(trace.ToHexString());
        return [.. bodies.Where(body => body.AsSpan().IndexOf(id) >= 0).Select(System.Text.Encoding.UTF8.GetString)];
    }

    public static async Task<TraceCollector> StartAsync()
    {
        var url = RunningProcess.FreeAddress();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add(url.ToString());
        var collector = new TraceCollector(app, url);
        app.MapPost("/v1/{signal}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            collector.bodies.Enqueue(body.ToArray());
            return TypedResults.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        await server.DisposeAsync();
    }
}
