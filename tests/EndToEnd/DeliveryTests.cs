using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>What leads, GHL and Meta do to a bot, and what comes out at the other end.</summary>
public sealed class DeliveryTests(RulesOnSqlite fixture) : IClassFixture<RulesOnSqlite>
{
    private Site Site => fixture.Site;

    [Fact]
    public async Task A_second_delivery_of_the_same_webhook_is_answered_duplicate_and_gets_no_second_reply()
    {
        var lead = await Site.NewLeadAsync();
        var messageId = await lead.SayAsync("Hola");
        using var again = await lead.PostAsync(messageId, "Hola");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((string)(await again.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["status"]!).ShouldBe("duplicate");

        await lead.HearsAsync(1);
        await lead.SayAsync("soy Carlos");
        await lead.HearsAsync(2);
        (await lead.HeardAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Fragments_within_the_quiet_period_get_one_reply()
    {
        var lead = await Site.NewLeadAsync();
        string[] fragments = ["Hola", "soy Carlos", "tengo un restaurante"];
        var ids = new List<string>();
        foreach (var fragment in fragments) ids.Add(await lead.TypeAsync(fragment));
        // All at once, so that a slow machine does not turn a fragment into a message of its own.
        foreach (var answer in await Task.WhenAll(ids.Zip(fragments, lead.PostAsync)))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            answer.Dispose();
        }

        await lead.HearsAsync(1);
        await lead.SayAsync("no me llegan clientes entre semana");
        await lead.HearsAsync(2);
        (await lead.HeardAsync()).Count.ShouldBe(2);
        var record = await lead.RecordAsync();
        ((string)record["name"]!).ShouldBe("Carlos", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public async Task After_STOP_there_is_one_confirmation_and_then_silence()
    {
        var lead = await Site.NewLeadAsync();
        await lead.SayAsync("Hola");
        await lead.HearsAsync(1);
        await lead.SayAsync("STOP");
        await lead.HearsAsync(2);
        await lead.RecordAsync(r => r["tags"]!.AsArray().Any(t => (string)t! == "opted-out"));
        await lead.SayAsync("otra cosa");
        await Site.HandledAsync();
        (await lead.HeardAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_persons_message_from_GHL_silences_the_bot()
    {
        var lead = await Site.NewLeadAsync();
        await lead.SayAsync("Hola");
        await lead.HearsAsync(1);
        var person = await Site.ControlAsync(HttpMethod.Post, $"leads/{lead.Id}/person", new { text = "Yo me encargo" });
        ((int)person["delivery"]!["status"]!).ShouldBe(202);
        await Site.HandledAsync();
        await lead.SayAsync("soy Carlos");
        await Site.HandledAsync();
        (await lead.HeardAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_waits_while_GHL_is_down_and_goes_out_once_when_it_is_back()
    {
        var lead = await Site.NewLeadAsync();
        await lead.SayAsync("Hola");
        await lead.HearsAsync(1);
        await lead.StrikeAsync("status");
        await lead.SayAsync("soy Carlos");
        await Eventually.TrueAsync(
            async () => (await lead.RequestsAsync(Site)).Any(r => r?["fault"] is not null), TimeSpan.FromSeconds(20), () => "GHL was never asked.");
        (await lead.HeardAsync()).Count.ShouldBe(1);

        await lead.HealAsync();
        await lead.HearsAsync(2, seconds: 90);
        await Site.HandledAsync(seconds: 90);
        (await lead.HeardAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_send_whose_answer_is_lost_is_looked_up_and_not_repeated()
    {
        var lead = await Site.NewLeadAsync();
        await lead.StrikeAsync("effectThenReset", "/conversations/messages", "POST", times: 1);
        await lead.SayAsync("Hola");
        await lead.HearsAsync(1);
        await Site.HandledAsync();
        (await lead.HeardAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lead_of_a_Meta_form_is_greeted_by_name_by_SMS_exactly_once()
    {
        var phone = $"+1512{Random.Shared.Next(5_550_000, 5_559_999)}";
        var form = await Site.ControlAsync(HttpMethod.Post, "forms", new
        {
            fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["full_name"] = "Marina Prueba", ["phone_number"] = phone, ["email"] = "marina@example.com" },
            copies = 2,
        });
        form["deliveries"]!.AsArray().Select(d => (int)d!["status"]!).ShouldBe([200, 202], ignoreOrder: true);

        JsonNode? contact = null;
        await Eventually.TrueAsync(
            async () => (contact = (await Site.ControlAsync(HttpMethod.Get, "state?locationId=loc-default"))["contacts"]!.AsArray()
                .FirstOrDefault(c => (string?)c!["phone"] == phone)) is not null && Outbound(contact).Count > 0,
            TimeSpan.FromSeconds(40),
            () => $"Nobody greeted the lead: {contact?.ToJsonString()}\n{Site.Output}");
        await Site.HandledAsync();
        contact = await Site.ControlAsync(HttpMethod.Get, $"leads/{(string)contact!["id"]!}");
        var greeting = Outbound(contact).ShouldHaveSingleItem()!;
        ((string)greeting["type"]!).ShouldBe("SMS");
        ((string)greeting["body"]!).ShouldContain("Marina");
        ((string)contact["email"]!).ShouldBe("marina@example.com");
    }

    [Fact]
    public async Task Nothing_of_a_lead_stands_in_the_logs()
    {
        var lead = await Site.NewLeadAsync("Fulgencia Sintética");
        await lead.SayAsync("Hola, soy Fulgencia, tengo una ferretería, fulgencia.prueba@example.com");
        await lead.HearsAsync(1);
        await lead.StrikeAsync("status", times: 2);
        await lead.SayAsync("vendo pocos tornillos galvanizados");
        await lead.HearsAsync(2);
        await Site.HandledAsync();
        foreach (var secret in new[] { "Fulgencia", "fulgencia", "tornillos", "ferreter", lead.Phone[2..] })
            Site.Output.ShouldNotContain(secret);
    }

    [Fact]
    public async Task The_simulator_is_not_mapped_in_production()
    {
        foreach (var path in new[] { "/simulator", "/simulator/state", "/simulator/ghl/contacts/x" })
        {
            using var answer = await Site.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Theory]
    [InlineData("/dashboard/")]
    [InlineData("/console")]
    [InlineData("/health")]
    [InlineData("/openapi/v1.json")]
    public async Task Operators_pages_answer_on_loopback(string path)
    {
        using var http = new HttpClient { BaseAddress = Site.Http.BaseAddress };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static List<JsonNode?> Outbound(JsonNode contact) => [.. contact["messages"]!.AsArray().Where(m => (string)m!["direction"]! == "outbound")];
}
