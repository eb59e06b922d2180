using System.Diagnostics;
using System.Text;
using CsCheck;
using OutletBot.Gateway;
using OutletBot.Inbox;

namespace OutletBot.Webhooks;

public sealed class WebhookTests
{
    private const string Path = "/webhook/meta-lead";

    [Fact]
    public async Task A_workflow_message_is_committed_before_it_is_accepted()
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.PostAsync(Path, """{"contactId":"c1","message":"Hola","phone":"+15125550107","locationId":"loc9","id":"m1"}""");

        answer.Status.ShouldBe(202);
        answer.Body.ShouldBe("""{"status":"accepted","conversation":"loc9/c1","messageId":"m1"}""");
        var stored = gateway.Inbox.Events.ShouldHaveSingleItem();
        stored.Text.ShouldBe("Hola");
        stored.Phone.ShouldBe("+15125550107");
        stored.HasProviderId.ShouldBeTrue();
    }

    [Fact]
    public async Task An_event_takes_a_trace_along_only_where_somebody_traces()
    {
        await using var gateway = await GatewayHost.StartAsync();
        await gateway.PostAsync(Path, """{"contactId":"c1","message":"Hola","id":"m1"}""");
        gateway.Inbox.Events[^1].TraceParent.ShouldBeNull();

        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GatewayTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await gateway.PostAsync(Path, """{"contactId":"c1","message":"Hola","id":"m2"}""");
        gateway.Inbox.Events[^1].TraceParent.ShouldNotBeNull().ShouldEndWith("-01");
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_message_is_answered_duplicate()
    {
        await using var gateway = await GatewayHost.StartAsync();
        const string body = """{"contactId":"c1","message":"Hola","id":"m1"}""";
        await gateway.PostAsync(Path, body);

        var again = await gateway.PostAsync(Path, body);

        again.Status.ShouldBe(200);
        again.Body.ShouldBe("""{"status":"duplicate"}""");
    }

    [Fact]
    public async Task The_standard_workflow_payload_is_understood()
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.PostAsync(Path, """
            {"contact_id":"c1","phone":"+15125550107","tags":"a,b","location":{"id":"locX"},
             "message":{"type":19,"body":"Hola","direction":"inbound"},"customData":{"messageId":"m7"}}
            """);

        answer.Status.ShouldBe(202);
        var stored = gateway.Inbox.Events.ShouldHaveSingleItem();
        stored.Conversation.ShouldBe(new ConversationId("locX", "c1"));
        stored.Channel.ShouldBe(Channel.WhatsApp);
        stored.MessageId.ShouldBe("m7");
    }

    [Theory]
    [InlineData("""{"type":"InboundMessage","locationId":"l","contactId":"c","body":"Hola","messageType":"SMS","webhookId":"w1"}""", InboxEventKind.LeadMessage)]
    [InlineData("""{"type":"InboundMessage","locationId":"l","contactId":"c","body":"","messageTypeString":"TYPE_WHATSAPP","messageId":"m"}""", InboxEventKind.LeadMessage)]
    [InlineData("""{"type":"OutboundMessage","locationId":"l","contactId":"c","body":"Hi","source":"app","userId":"u","messageId":"m"}""", InboxEventKind.PersonMessage)]
    [InlineData("""{"type":"ContactTagUpdate","locationId":"l","id":"c","tags":["vip","Bot-Off"],"webhookId":"w"}""", InboxEventKind.TagsChanged)]
    [InlineData("""{"type":"ContactUpdate","locationId":"l","id":"c","tags":["bot-on"],"webhookId":"w"}""", InboxEventKind.TagsChanged)]
    [InlineData("""{"type":"ContactDndUpdate","locationId":"l","id":"c","dnd":true,"webhookId":"w"}""", InboxEventKind.DoNotDisturb)]
    [InlineData("""{"type":"AppointmentUpdate","locationId":"l","appointment":{"id":"a","contactId":"c","appointmentStatus":"cancelled"}}""", InboxEventKind.AppointmentChanged)]
    public async Task Marketplace_events_that_matter_are_committed(string body, InboxEventKind kind)
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.PostAsync("/webhook/ghl", body)).Status.ShouldBe(202);

        gateway.Inbox.Events.ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData("""{"type":"OutboundMessage","locationId":"l","contactId":"c","body":"Hi","source":"api","userId":"u"}""")]
    [InlineData("""{"type":"OutboundMessage","locationId":"l","contactId":"c","body":"Hi","source":"workflow","userId":"u"}""")]
    [InlineData("""{"type":"OutboundMessage","locationId":"l","contactId":"c","body":"Hi","source":"campaign"}""")]
    [InlineData("""{"type":"ContactTagUpdate","locationId":"l","id":"c","tags":["vip"],"webhookId":"w"}""")]
    [InlineData("""{"type":"InboundMessage","locationId":"l","contactId":"c","messageType":"CALL"}""")]
    [InlineData("""{"type":"InboundMessage","locationId":"l","contactId":"c","body":"Hi","direction":"outbound"}""")]
    [InlineData("""{"type":"InboundMessage","locationId":"l","contactId":"c","body":"","messageType":"SMS"}""")]
    [InlineData("""{"type":"NoteCreate","locationId":"l","id":"n"}""")]
    [InlineData("""{"type":"INSTALL","companyId":"x"}""")]
    public async Task Events_without_use_are_ignored_with_a_reason(string body)
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.PostAsync("/webhook/ghl", body);

        answer.Status.ShouldBe(200);
        answer.Json["status"]!.GetValue<string>().ShouldBe("ignored");
        answer.Json["reason"]!.GetValue<string>().ShouldNotBeEmpty();
        gateway.Inbox.Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_lead_of_a_batch_from_Meta_is_committed_once()
    {
        await using var gateway = await GatewayHost.StartAsync();
        const string body = """
            {"object":"page","entry":[{"changes":[{"field":"leadgen","value":{"leadgen_id":123456789012345678901}},{"field":"feed","value":{}}]},
             {"changes":[{"field":"leadgen","value":{"leadgen_id":"77"}}]}]}
            """;

        var answer = await gateway.PostAsync(Path, body);

        answer.Status.ShouldBe(202);
        answer.Json["conversation"]!.GetValue<string>().ShouldBe("loc1/meta:123456789012345678901");
        gateway.Inbox.Events.Select(e => e.Detail).ShouldBe(["123456789012345678901", "77"]);
        (await gateway.PostAsync(Path, body)).Body.ShouldBe("""{"status":"duplicate"}""");
    }

    [Theory]
    [InlineData("""{"changes":[{"field":"leadgen","value":{"leadgen_id":1.5}}]}""")]
    [InlineData("""{"changes":{}}""")]
    [InlineData("5")]
    public async Task A_part_of_a_batch_that_cannot_be_read_costs_no_other_lead(string bad)
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.PostAsync(Path, $$$"""{"object":"page","entry":[{{{bad}}},{"changes":[{"field":"leadgen","value":{"leadgen_id":"77"}}]}]}""");

        answer.Status.ShouldBe(202);
        gateway.Inbox.Events.ShouldHaveSingleItem().Detail.ShouldBe("77");
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("""{"message":"Hola"}""", "contactId")]
    [InlineData("""{"contactId":"c"}""", "message")]
    [InlineData("""{"contactId":5,"message":"Hola"}""", "contactId")]
    [InlineData("""{"contactId":"c","message":5}""", "message")]
    [InlineData("""{"contactId":"c/d","message":"Hola"}""", "contactId")]
    [InlineData("""{"contactId":"..","message":"Hola"}""", "contactId")]
    [InlineData("""{"contactId":"c","locationId":".","message":"Hola"}""", "locationId")]
    [InlineData("""{"contactId":"c","message":"Ho\u0000la"}""", "message")]
    [InlineData("""{"contactId":"c","message":"Hola","phone":{}}""", "phone")]
    [InlineData("""{"contactId":"c","message":"Hola","locationId":7}""", "locationId")]
    [InlineData("""{"object":"page","entry":5}""", "entry")]
    [InlineData("""{"object":"page","entry":[{"changes":[{"field":"leadgen","value":{"leadgen_id":1.5}}]}]}""", "entry[0].changes[0].value.leadgen_id")]
    public async Task A_malformed_body_is_refused_by_a_problem_document_that_names_the_field(string body, string field)
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await gateway.PostAsync(Path, body);

        answer.Status.ShouldBe(400);
        answer.MediaType.ShouldBe("application/problem+json");
        answer.ErrorFields.ShouldContain(field);
    }

    [Fact]
    public async Task A_body_nested_too_deeply_is_refused()
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.PostAsync(Path, $$"""{"contactId":"c","message":"m","x":{{new string('[', 40)}}{{new string(']', 40)}}}""")).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=utf-8", 202)]
    public async Task The_content_type_must_be_json(string type, int status)
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.PostAsync(Path, """{"contactId":"c","message":"m"}""", ("Content-Type", type))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_body_over_256_KiB_is_refused()
    {
        await using var gateway = await GatewayHost.StartAsync();

        (await gateway.PostAsync(Path, $$"""{"contactId":"c","message":"{{new string('a', 257 * 1024)}}"}""")).Status.ShouldBe(413);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_replaced()
    {
        await using var gateway = await GatewayHost.StartAsync();

        await gateway.PostAsync(Path, """{"contactId":"c","message":"a\ud83d b \ud83d\ude00 \\ud83d"}""");

        gateway.Inbox.Events.ShouldHaveSingleItem().Text.ShouldBe("a\uFFFD b \U0001F600 \\ud83d");
    }

    [Fact]
    public async Task An_inbox_that_cannot_commit_asks_the_caller_to_come_again()
    {
        await using var gateway = await GatewayHost.StartAsync();
        gateway.Inbox.Unavailable = true;

        var answer = await gateway.PostAsync(Path, """{"contactId":"c","message":"m"}""");

        answer.Status.ShouldBe(429);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        ((int)(await gateway.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode).ShouldBe(503);
        ((int)(await gateway.Http.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode).ShouldBe(200);
    }

    [Theory]
    [InlineData("Webhooks:RequestsPer10Seconds")]
    [InlineData("Webhooks:LocationRequestsPer10Seconds")]
    public async Task A_caller_or_location_beyond_its_rate_is_asked_to_come_again(string key)
    {
        await using var gateway = await GatewayHost.StartAsync((key, "1"));
        await gateway.PostAsync(Path, """{"contactId":"c","message":"m"}""");

        var answer = await gateway.PostAsync(Path, """{"contactId":"c","message":"n"}""");

        answer.Status.ShouldBe(429);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task No_body_whatever_it_holds_is_answered_by_a_5xx()
    {
        await using var gateway = await GatewayHost.StartAsync();
        var value = OneOf("\"x\"", "5", "null", "true", "[]", "{}", "\"\\ud800\"", "\"\\u0000\"", "[[1]]", "1e999", "{\"body\":3}", "\"2026-13-99\"", "{\"id\":{}}", "\"InboundMessage\"", "\"page\"", "\"WhatsApp\"", "99999999999999999999");
        var name = OneOf("type", "contactId", "contact_id", "message", "body", "id", "locationId", "location", "customData", "object", "entry", "attachments", "direction", "dnd", "dndSettings", "appointment", "timestamp", "dateAdded", "messageType", "messageTypeId", "webhookId", "phone", "\\ud800");
        var json = Gen.Select(name, value, (n, v) => $"\"{n}\":{v}").Array[0, 9].Select(fields => $"{{{string.Join(',', fields)}}}");
        var broken = Gen.Select(json, Gen.Int[0, 60], Gen.Byte, (text, at, b) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            bytes[at % bytes.Length] = b;
            return bytes;
        });

        await Gen.OneOf(json.Select(text => Encoding.UTF8.GetBytes(text)), broken).SampleAsync(
            async body =>
            {
                foreach (var path in new[] { Path, "/webhook/ghl" })
                    (await gateway.SendAsync(path, body, [("Authorization", $"Bearer {GatewayHost.Secret}")])).Status.ShouldBeOneOf(200, 202, 400);
            },
            iter: 1500, threads: 1);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
