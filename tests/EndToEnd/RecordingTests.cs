namespace OutletBot.EndToEnd;

/// <summary>A lead who speaks instead of typing, with a provider that writes recordings down.</summary>
public sealed class RecordingTests(RecordingTests.Hearing fixture) : IClassFixture<RecordingTests.Hearing>
{
    private Site Site => fixture.Site;

    [Theory]
    [InlineData("workflow")]
    [InlineData("event")]
    public async Task What_a_lead_says_in_a_recording_is_taken_as_if_it_were_typed(string style)
    {
        var lead = await Site.NewLeadAsync();
        await lead.ConverseAsync(1);
        await SpeakAsync(lead, "soy Carlos, tengo un restaurante", style);
        await lead.HearsAsync(2);

        var record = await lead.RecordAsync(r => !string.IsNullOrEmpty((string?)r["customFields"]!["Business Type"]));
        ((string)record["name"]!).ShouldBe("Carlos", StringCompareShould.IgnoreCase);
        await Site.HandledAsync();
        await lead.PlayAsync(from: 3);
        await lead.ShouldBeBookedAsync();
    }

    [Fact]
    public async Task A_recording_whose_process_died_right_after_the_ack_or_whose_webhook_never_came_is_answered_once()
    {
        // Only configured locations are looked through for what no webhook brought.
        Lead[] leads = [await Site.NewLeadAsync(), await Site.NewLeadAsync(locationId: "loc-default")];
        foreach (var lead in leads) await lead.ConverseAsync(1);
        await Site.ControlAsync(HttpMethod.Post, $"leads/{leads[1].Id}/messages", new { text = "soy Carlos", spoken = true, locationId = leads[1].LocationId, deliver = false });
        await SpeakAsync(leads[0], "soy Carlos", "event");
        await Site.RestartBotAsync();
        foreach (var lead in leads) await lead.HearsAsync(2, seconds: 90);
        await Site.HandledAsync();

        foreach (var lead in leads)
        {
            (await lead.HeardAsync()).Count.ShouldBe(2);
            ((string)(await lead.RecordAsync(r => r["name"] is not null))["name"]!).ShouldBe("Carlos", StringCompareShould.IgnoreCase);
        }
    }

    [Fact]
    public async Task Whoever_the_provider_does_not_hear_is_asked_to_type()
    {
        var lead = await Site.NewLeadAsync();
        await lead.ConverseAsync(1);
        await Site.ControlAsync(HttpMethod.Post, "faults", new { id = "deaf", target = "openai", pathContains = "/audio/", kind = "status" });
        await SpeakAsync(lead, "soy Carlos", "event");
        var reply = await lead.HearsAsync(2);
        await Site.ControlAsync(HttpMethod.Delete, "faults/deaf");

        reply.ShouldContain("audio");
    }

    private async Task SpeakAsync(Lead lead, string words, string style)
    {
        var typed = await Site.ControlAsync(HttpMethod.Post, $"leads/{lead.Id}/messages", new { text = words, spoken = true, style, locationId = lead.LocationId });
        ((int)typed["messages"]![0]!["deliveries"]![0]!["status"]!).ShouldBe(202);
    }

    public sealed class Hearing : IAsyncLifetime
    {
        public Site Site { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Site = await Site.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Agent:ApiKey"] = "sk-test",
            ["Agent:TranscriptionModel"] = "whisper-1",
            ["Recovery:Patience"] = "00:00:01",
        });

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
