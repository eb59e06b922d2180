using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>Messages that GHL has and whose webhooks never came.</summary>
public sealed class MissedWebhookTests
{
    [Fact]
    public async Task A_message_whose_webhook_was_dropped_is_found_behind_a_later_one_and_answered_once()
    {
        await using var site = await Site.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Recovery:Interval"] = "00:01:00",
            ["Recovery:Patience"] = "00:00:01",
        });
        // Only configured locations are looked through.
        var lead = new Lead(site, $"lead-{Guid.NewGuid():N}", "loc-default");
        await site.ControlAsync(HttpMethod.Post, "leads", new { id = lead.Id, locationId = lead.LocationId, phone = lead.Phone });
        await lead.ConverseAsync(1);
        var dropped = await lead.TypeAsync("soy Carlos, tengo un restaurante");
        await lead.SayAsync("no me llegan clientes entre semana");
        await lead.HearsAsync(2);
        await site.HandledAsync();
        (await lead.HeardAsync()).Count.ShouldBe(2);

        // The first look follows a start.
        await site.RestartBotAsync();
        await lead.HearsAsync(3, seconds: 90);

        using var late = await lead.PostAsync(dropped, "soy Carlos, tengo un restaurante");
        ((string)(await late.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["status"]!).ShouldBe("duplicate");
        late.StatusCode.ShouldBe(HttpStatusCode.OK);
        await site.HandledAsync();
        (await lead.HeardAsync()).Count.ShouldBe(3);
        ((string)(await lead.RecordAsync(r => r["name"] is not null))["name"]!).ShouldBe("Carlos", StringCompareShould.IgnoreCase);
    }
}
