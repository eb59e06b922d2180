using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OutletBot.Simulator;

namespace OutletBot.Browser;

/// <summary>The simulator in a host with a bot that answers "eco: …" and tags the contact, through GHL's stand-in as the real one does.</summary>
internal sealed class BotStub : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient ghl;
    private int received;

    private BotStub(WebApplication app)
    {
        this.app = app;
        ghl = new HttpClient();
        ghl.DefaultRequestHeaders.Add("Authorization", "Bearer pit-test");
        ghl.DefaultRequestHeaders.Add("Version", "2021-07-28");
    }

    public Uri Root => new(app.Urls.First());

    public int Received => Volatile.Read(ref received);

    public static async Task<BotStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSimulator(builder.Configuration);
        var host = builder.Build();
        var stub = new BotStub(host);
        host.MapSimulator();
        host.MapPost("/webhook/{name}", stub.HearAsync);
        await host.StartAsync();
        return stub;
    }

    public Task<HttpResponseMessage> CallAsync(HttpMethod method, string path, object? body = null) =>
        ghl.SendAsync(new HttpRequestMessage(method, new Uri(Root, $"/simulator{path}")) { Content = body is null ? null : JsonContent.Create(body) });

    public async ValueTask DisposeAsync()
    {
        ghl.Dispose();
        await app.DisposeAsync();
    }

    private async Task<IResult> HearAsync(string name, HttpContext http)
    {
        Interlocked.Increment(ref received);
        var body = (await JsonNode.ParseAsync(http.Request.Body))!;
        if (name == "meta-lead" && body["contactId"] is { } contactId && body["message"] is { } message)
        {
            await CallAsync(HttpMethod.Post, "/ghl/conversations/messages", new { type = "WhatsApp", contactId = contactId.ToString(), message = $"eco: {message}" });
            await CallAsync(HttpMethod.Post, $"/ghl/contacts/{contactId}/tags", new { tags = new[] { "qualified-lead" } });
            await CallAsync(HttpMethod.Put, $"/ghl/contacts/{contactId}", new { email = "ana@example.com" });
        }

        return Results.Accepted();
    }
}
