using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using OutletBot.Simulator;

namespace OutletBot.Unit.Simulator;

/// <summary>The simulator on a port of its own, on Friday 20 November 2026, 09:00 in Chicago, with a clock that stands.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private SimulatorHost(WebApplication app, FakeTimeProvider clock)
    {
        this.app = app;
        Clock = clock;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client.DefaultRequestHeaders.Add("Authorization", "Bearer pit-test");
        Client.DefaultRequestHeaders.Add("Version", "2021-07-28");
    }

    public FakeTimeProvider Clock { get; }

    public HttpClient Client { get; }

    public static async Task<SimulatorHost> StartAsync(Action<WebApplication>? map = null, params (string Key, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Simulator:{one.Key}", (string?)one.Value)));
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSimulator(builder.Configuration);
        var host = builder.Build();
        host.MapSimulator();
        map?.Invoke(host);
        await host.StartAsync();
        return new SimulatorHost(host, clock);
    }

    public async Task<(int Status, JsonObject Body)> SendAsync(HttpMethod method, string path, object? body = null, string? fault = null)
    {
        using var request = new HttpRequestMessage(method, $"/simulator{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (fault is not null)
            request.Headers.Add("X-Simulator-Fault", fault);
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    public Task<(int Status, JsonObject Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<(int Status, JsonObject Body)> PostAsync(string path, object body, string? fault = null) => SendAsync(HttpMethod.Post, path, body, fault);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
