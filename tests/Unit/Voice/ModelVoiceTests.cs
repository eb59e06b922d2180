using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OutletBot.Agent;
using OutletBot.Costs;
using OutletBot.Options;
using OutletBot.Unit.Simulator;
using OutletBot.Voice;

namespace OutletBot.Unit.Voice;

/// <summary>Recordings that the simulator keeps, written down by its stand-in for OpenAI.</summary>
public sealed class ModelVoiceTests
{
    [Fact]
    public async Task A_recording_is_written_down()
    {
        await using var host = await SimulatorHost.StartAsync();

        (await HearAsync(host, await RecordAsync(host, "soy Ana, tengo una panadería"))).ShouldBe("soy Ana, tengo una panadería");
    }

    [Fact]
    public async Task One_failure_of_the_provider_is_tried_again()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/faults", new { target = "openai", kind = "status", status = 500, times = 1 });

        (await HearAsync(host, await RecordAsync(host, "hola"))).ShouldBe("hola");
    }

    [Theory]
    [InlineData("status", 500, 2)]
    [InlineData("status", 404, 1)]
    [InlineData("quota", null, 2)]
    [InlineData("body", 200, 2)]
    public async Task What_the_provider_will_not_write_down_is_not_heard_and_not_asked_for_ever(string kind, int? status, int asked)
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/faults", new { target = "openai", kind, status });

        (await HearAsync(host, await RecordAsync(host, "hola"))).ShouldBeNull();
        (await host.GetAsync("/requests")).Body["requests"]!.AsArray().Count(request => (string?)request!["operation"] == "audio.transcriptions").ShouldBe(asked);
    }

    [Fact]
    public async Task A_provider_that_cuts_the_line_is_not_heard()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/faults", new { target = "openai", kind = "reset" });

        (await HearAsync(host, await RecordAsync(host, "hola"))).ShouldBeNull();
    }

    [Fact]
    public async Task A_provider_that_hangs_is_not_waited_for_past_the_deadline()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/faults", new { target = "openai", kind = "hang" });

        (await HearAsync(host, await RecordAsync(host, "hola"), ("Agent:Deadline", "00:00:00.3"))).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_recording_too_long_gone_or_led_elsewhere_is_not_heard()
    {
        await using var host = await SimulatorHost.StartAsync(app =>
        {
            app.MapGet("/noise.ogg", () => Results.Bytes("noise"u8.ToArray()));
            app.MapGet("/long.ogg", () => Results.Bytes(new byte[Recordings.Longest + 1]));
            app.MapGet("/endless.ogg", (HttpContext http) => http.Response.Body.WriteAsync(new byte[Recordings.Longest + 1]).AsTask());
            app.MapGet("/elsewhere.ogg", () => Results.Redirect("http://127.0.0.2/secret.ogg"));
            app.MapGet("/empty.ogg", () => Results.Bytes([]));
        });

        foreach (var path in new[] { "/noise.ogg", "/long.ogg", "/endless.ogg", "/elsewhere.ogg", "/empty.ogg", "/simulator/recordings/nobody.ogg" })
            (await HearAsync(host, new Uri(host.Client.BaseAddress!, path))).ShouldBeNull(path);
        (await HearAsync(host, new Uri("http://127.0.0.1:9/a.ogg"))).ShouldBeNull();
    }

    [Fact]
    public async Task What_the_provider_charges_for_is_charged_to_the_conversation_and_a_spent_budget_hears_nothing()
    {
        await using var host = await SimulatorHost.StartAsync();
        var recording = Of(await RecordAsync(host, "hola"));
        var (open, spent) = (Services(host), Services(host, ("Agent:Budget:PerConversation", "0")));

        (await open.GetRequiredService<VoiceOfModel>().Voice!.HearAsync(recording, TestContext.Current.CancellationToken)).ShouldBe("hola");
        (await open.GetRequiredService<IModelLedger>().SpentAsync(recording.Conversation, recording.Day, TestContext.Current.CancellationToken)).Conversation.ShouldBe(0.0001m, "a second at 0.006 USD a minute");

        (await spent.GetRequiredService<VoiceOfModel>().Voice!.HearAsync(recording, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await spent.GetRequiredService<IModelLedger>().SpentAsync(recording.Conversation, recording.Day, TestContext.Current.CancellationToken)).Conversation.ShouldBe(0);
        (await host.GetAsync("/requests")).Body["requests"]!.AsArray().Count(request => (string?)request!["operation"] == "audio.transcriptions").ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_key_or_a_model_for_it_nobody_hears()
    {
        await using var host = await SimulatorHost.StartAsync();

        Services(host, ("Agent:TranscriptionModel", "")).GetRequiredService<VoiceOfModel>().Voice.ShouldBeNull();
        Services(host, ("Agent:ApiKey", "")).GetRequiredService<VoiceOfModel>().Voice.ShouldBeNull();
    }

    private static async Task<Uri> RecordAsync(SimulatorHost host, string words)
    {
        await host.PostAsync("/leads/ana/messages", new { text = words, spoken = true, deliver = false });
        var (_, conversation) = await host.GetAsync("/leads/ana");
        var (_, list) = await host.GetAsync($"/ghl/conversations/{conversation["conversationId"]}/messages");
        return new Uri((string)list["messages"]!["messages"]![0]!["attachments"]![0]!);
    }

    private static async Task<string?> HearAsync(SimulatorHost host, Uri address, params (string Key, string Value)[] settings) =>
        await Services(host, settings).GetRequiredService<VoiceOfModel>().Voice!.HearAsync(Of(address), TestContext.Current.CancellationToken);

    private static Recording Of(Uri address) => new(address, new("loc", "ana"), new DateOnly(2026, 11, 20));

    private static ServiceProvider Services(SimulatorHost host, params (string Key, string Value)[] settings)
    {
        var at = host.Client.BaseAddress!.ToString().TrimEnd('/');
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Agent:ApiKey"] = "sk-test",
            ["Agent:BaseUrl"] = $"{at}/simulator/openai/v1",
            ["Agent:TranscriptionModel"] = "whisper-1",
        }).AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))).Build();
        var services = new ServiceCollection().AddLogging().AddAgent(configuration);
        services.AddOptions<CrmOptions>().Configure(crm => crm.BaseUrl = $"{at}/simulator/ghl");
        services.AddVoice();
        return services.BuildServiceProvider();
    }
}
