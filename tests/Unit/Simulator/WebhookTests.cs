using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace OutletBot.Unit.Simulator;

public sealed class WebhookTests
{
    private readonly ConcurrentQueue<(string Path, IHeaderDictionary Headers, byte[] Body)> received = new();

    [Fact]
    public async Task A_lead_s_message_reaches_the_bot_as_a_workflow_payload_with_the_secret()
    {
        await using var host = await SimulatorHost.StartAsync(Receive, ("WebhookSecret", "s3cret"));

        var (_, answer) = await host.PostAsync("/leads/ana/messages", new { text = "hola", locationId = "north", copies = 2 });

        received.Count.ShouldBe(2);
        var (path, headers, raw) = received.First();
        var body = JsonNode.Parse(raw)!;
        (path, headers.Authorization.ToString()).ShouldBe(("/webhook/meta-lead", "Bearer s3cret"));
        (body["contactId"]!.ToString(), body["locationId"]!.ToString(), body["message"]!.ToString()).ShouldBe(("ana", "north", "hola"));
        body["id"]!.ToString().ShouldBe(answer["messages"]![0]!["messageId"]!.ToString());
    }

    [Fact]
    public async Task A_marketplace_event_is_signed_with_the_published_key()
    {
        await using var host = await SimulatorHost.StartAsync(Receive);
        var (_, keys) = await host.GetAsync("/keys");

        await host.PostAsync("/leads/ana/messages", new { text = "hola", style = "event" });
        await host.PostAsync("/leads/ana/messages", new { text = "hola", style = "event", badSignature = true });

        var verdicts = received.Select(one => Verifies(keys["publicKey"]!.ToString(), one.Body, one.Headers["X-GHL-Signature"].ToString()));
        verdicts.ShouldBe([true, false]);
        received.First().Path.ShouldBe("/webhook/ghl");
    }

    [Fact]
    public async Task A_filled_in_form_is_notified_with_Meta_s_signature_and_can_be_read()
    {
        await using var host = await SimulatorHost.StartAsync(Receive, ("MetaAppSecret", "app-secret"));

        var (_, answer) = await host.PostAsync("/forms", new { fields = new { full_name = "Ana Prueba", email = "ana@example.com" } });

        var (_, headers, body) = received.Single();
        headers["X-Hub-Signature-256"].ToString().ShouldBe($"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("app-secret"), body))}");
        var (_, lead) = await host.GetAsync($"/meta/v24.0/{answer["leadgenId"]}");
        lead["field_data"]!.AsArray().Select(field => field!["values"]![0]!.ToString()).ShouldBe(["Ana Prueba", "ana@example.com"]);
    }

    [Fact]
    public async Task A_missed_appointment_is_told_by_a_signed_event()
    {
        await using var host = await SimulatorHost.StartAsync(Receive);
        var (_, booked) = await host.PostAsync("/ghl/calendars/events/appointments", new { calendarId = "cal-1", locationId = "north", contactId = "ana", startTime = "2026-11-23T10:00:00-06:00" });

        var (_, answer) = await host.PostAsync($"/leads/ana/appointments/{booked["id"]}", new { status = "noshow" });
        var (status, _) = await host.PostAsync($"/leads/ana/appointments/{booked["id"]}", new { status = "asleep" });

        answer["delivery"]!["status"]!.GetValue<int>().ShouldBe(202);
        status.ShouldBe(400);
        var body = JsonNode.Parse(received.Last().Body)!;
        (body["type"]!.ToString(), body["appointment"]!["appointmentStatus"]!.ToString()).ShouldBe(("AppointmentUpdate", "noshow"));
        body["appointment"]!["contactId"]!.ToString().ShouldBe("ana");
    }

    [Fact]
    public async Task A_workflow_that_a_contact_is_put_into_sends_a_template()
    {
        await using var host = await SimulatorHost.StartAsync(Receive);

        await host.PostAsync("/ghl/contacts/ana/workflow/wf-1", new { });

        var (_, record) = await host.GetAsync("/leads/ana");
        var message = record["messages"]!.AsArray().ShouldHaveSingleItem()!;
        (message["source"]!.ToString(), message["direction"]!.ToString()).ShouldBe(("workflow", "outbound"));
        message["body"]!.ToString().ShouldContain("wf-1");
    }

    [Fact]
    public async Task An_unknown_form_is_Meta_s_error_100()
    {
        await using var host = await SimulatorHost.StartAsync();

        var (status, body) = await host.GetAsync("/meta/v24.0/42");

        (status, body["error"]!["code"]!.GetValue<int>()).ShouldBe((400, 100));
    }

    [Fact]
    public async Task The_ledger_tells_what_was_typed_delivered_and_sent()
    {
        await using var host = await SimulatorHost.StartAsync(Receive);
        await host.PostAsync("/leads/ana/messages", new { text = "hola" });
        await host.PostAsync("/ghl/conversations/messages", new { type = "WhatsApp", contactId = "ana", message = "¡Hola!" });

        var (_, ledger) = await host.GetAsync("/ledger?contactId=ana");

        ledger["entries"]!.AsArray().Select(entry => entry!["kind"]!.ToString()).ShouldBe(["inbound", "delivery", "outbound"]);
    }

    private void Receive(WebApplication app) => app.MapPost("/webhook/{name}", async (HttpContext http) =>
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        received.Enqueue((http.Request.Path, new HeaderDictionary(http.Request.Headers.ToDictionary()), body.ToArray()));
        return Results.Accepted();
    });

    private static bool Verifies(string publicKey, byte[] body, string signature)
    {
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(Convert.FromBase64String(publicKey), 12));
        verifier.BlockUpdate(body, 0, body.Length);
        return verifier.VerifySignature(Convert.FromBase64String(signature));
    }
}
