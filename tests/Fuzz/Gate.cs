using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OutletBot.Gateway;
using OutletBot.Gateway.Webhooks;
using OutletBot.Inbox;
using OutletBot.Options;

namespace OutletBot.Fuzz;

/// <summary>The webhooks as they stand in a gateway, without a socket before them.</summary>
internal sealed class Gate : IAsyncDisposable
{
    private const string Secret = "fuzz";
    private const int LongestAnswer = 16 * 1024;
    private readonly WebApplication app;
    private readonly WebhookHandler handler;

    public Gate(IInbox inbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Webhooks:Secret"] = Secret,
            ["Webhooks:RequestsPer10Seconds"] = "1000000000",
            ["Webhooks:LocationRequestsPer10Seconds"] = "1000000000",
            ["Crm:LocationId"] = "loc1",
        });
        builder.Logging.ClearProviders();
        builder.AddOutletBotConfiguration();
        builder.Services.AddSingleton(inbox);
        builder.Services.AddGateway(builder.Configuration);
        app = builder.Build();
        handler = app.Services.GetRequiredService<WebhookHandler>();
    }

    /// <summary>Sends a body to both webhooks. Returns what is wrong with an answer, null when nothing is.</summary>
    public async Task<string?> SendAsync(byte[] body) =>
        await SendAsync(body, "meta-lead", MetaLeadWebhook.Read)
        ?? await SendAsync(body, "ghl", (root, arrival) => MarketplaceEvents.Read(new JsonFields(root), arrival));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<string?> SendAsync(byte[] body, string endpoint, Func<JsonElement, Arrival, WebhookReading> read)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/json";
        context.Request.Headers.Authorization = $"Bearer {Secret}";
        // The handler may overwrite what it was given.
        context.Request.Body = new MemoryStream([.. body]);
        var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await (await handler.HandleAsync(context, endpoint, read)).ExecuteAsync(context);
            await context.Response.CompleteAsync();
        }
        catch (Exception fault)
        {
            return $"{endpoint} threw {fault}";
        }

        var status = context.Response.StatusCode;
        if (status is not (200 or 202 or 400)) return $"{endpoint} answered {status}";
        if (answer.Length > LongestAnswer) return $"{endpoint} answered {status} with {answer.Length} bytes";
        try
        {
            using var json = JsonDocument.Parse(answer.ToArray());
            return null;
        }
        catch (JsonException fault)
        {
            return $"{endpoint} answered {status} without JSON: {fault.Message}";
        }
    }
}
