using System.Net;
using System.Net.Http.Json;

namespace OutletBot.EndToEnd;

/// <summary>Webhooks that come early, say little, or meet a slow or dying process.</summary>
public sealed class FirstWebhookTests
{
    [Fact]
    public async Task The_first_webhook_right_after_the_process_starts_is_acked_and_answered()
    {
        await using var site = await Site.PrepareAsync();
        var lead = await site.NewLeadAsync();
        var messageId = await lead.TypeAsync("Hola");
        var bot = site.LaunchBot();

        HttpStatusCode? first = null;
        await Eventually.TrueAsync(
            async () =>
            {
                if (bot.HasExited) throw new InvalidOperationException(bot.Output);
                try
                {
                    using var answer = await lead.PostAsync(messageId, "Hola");
                    first = answer.StatusCode;
                    return true;
                }
                catch (HttpRequestException)
                {
                    // It does not listen yet.
                    return false;
                }
            },
            TimeSpan.FromSeconds(60), () => bot.Output);

        first.ShouldBe(HttpStatusCode.Accepted, bot.Output);
        await lead.HearsAsync(1);
        await site.HandledAsync();
        (await lead.HeardAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_webhook_with_nothing_but_a_contact_and_a_text_is_answered_in_the_default_location()
    {
        await using var site = await Site.StartAsync();
        var lead = await site.NewLeadAsync(locationId: "loc-default");
        await lead.TypeAsync("Hola");

        using var answer = await site.Http.PostAsJsonAsync("/webhook/meta-lead", new { contactId = lead.Id, message = "Hola" }, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await lead.HearsAsync(1);
        await lead.SayAsync("soy Carlos, tengo un restaurante");
        await lead.HearsAsync(2);
        await site.HandledAsync();
        ((string)(await lead.RecordAsync())["name"]!).ShouldBe("Carlos", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task GHL_that_takes_ten_seconds_to_send_gets_each_reply_once()
    {
        await using var site = await Site.StartAsync();
        var lead = await site.NewLeadAsync();
        await DelayAsync(site, lead, TimeSpan.FromSeconds(10), times: 2);
        var began = TimeProvider.System.GetTimestamp();

        await lead.SayAsync(Lead.Script[0]);
        await lead.HearsAsync(1, seconds: 90);
        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromSeconds(10), "or nothing was slow");
        await lead.SayAsync(Lead.Script[1]);
        await lead.HearsAsync(2, seconds: 90);
        await lead.PlayAsync(from: 3);

        await lead.ShouldBeBookedAsync();
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_turn_finishes_it_once_when_it_is_back()
    {
        await using var site = await Site.StartAsync();
        var lead = await site.NewLeadAsync();
        await lead.ConverseAsync(1);
        await site.HandledAsync();
        await DelayAsync(site, lead, TimeSpan.FromSeconds(3), times: 1);

        await lead.SayAsync(Lead.Script[1]);
        // The state of the turn is committed before anything is sent, and GHL holds what is sent back.
        var before = (await Stored.StateVersionAsync(site.ConnectionString, lead.Id));
        await Eventually.TrueAsync(
            async () => await Stored.StateVersionAsync(site.ConnectionString, lead.Id) != before || (await lead.HeardAsync()).Count > 1,
            TimeSpan.FromSeconds(40), () => site.Output);
        await site.RestartBotAsync();

        await lead.HearsAsync(2, seconds: 90);
        await lead.PlayAsync(from: 3);
        await lead.ShouldBeBookedAsync();
    }

    private static async Task DelayAsync(Site site, Lead lead, TimeSpan latency, int times) => await site.ControlAsync(HttpMethod.Post, "faults", new
    {
        id = $"slow-{lead.LocationId}",
        target = "ghl",
        locationId = lead.LocationId,
        kind = "latency",
        latencyMs = (int)latency.TotalMilliseconds,
        method = "POST",
        pathContains = "/conversations/messages",
        times,
    });
}
