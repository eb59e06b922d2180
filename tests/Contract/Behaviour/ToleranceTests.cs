using System.Net;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Contract.Behaviour;

public sealed class ToleranceTests
{
    private const string Rows = """[{"id":"1","type":2,"messageType":"TYPE_SMS","dateAdded":"2026-03-27T18:13:49.000Z","body":"Hola","direction":"inbound"},{"id":"2","type":"19","dateAdded":"2026-03-27T18:14:49.000Z","body":"Hi","direction":"outbound","source":"api","status":"failed"},{"id":"3","messageType":"TYPE_ACTIVITY_APPOINTMENT","dateAdded":"2026-03-27T18:14:49.000Z"}]""";

    [Theory]
    [InlineData("""{"lastMessageId":"2","nextPage":false,"messages":ROWS}""")]
    [InlineData("""{"messages":{"lastMessageId":"2","nextPage":false,"messages":ROWS}}""")]
    public async Task Messages_are_read_in_both_shapes(string shape)
    {
        await using var ghl = GhlDouble.Answering(
            (HttpStatusCode.OK, $$"""{"conversations":[{"id":"other","contactId":"else"},{"id":"c1","contactId":"{{GhlDouble.Contact}}"}],"total":2}"""),
            (HttpStatusCode.OK, shape.Replace("ROWS", Rows)));

        var messages = await ghl.Play(ghl.Crm.MessagesAsync(GhlDouble.Location, GhlDouble.Contact, 20, TestContext.Current.CancellationToken));

        messages.Select(m => (m.Id, m.Inbound, m.Channel, m.Failed)).ShouldBe([("2", false, Channel.WhatsApp, true), ("1", true, Channel.Sms, false)]);
        ghl.Requests.Last().Url.AbsolutePath.ShouldBe("/conversations/c1/messages");
    }

    [Fact]
    public async Task Half_an_emoji_hides_neither_its_message_nor_the_others()
    {
        await using var ghl = GhlDouble.Answering(
            (HttpStatusCode.OK, $$"""{"conversations":[{"\ud83d":0,"id":"c1","contactId":"{{GhlDouble.Contact}}","lastMessageBody":"\ude00"}]}"""),
            (HttpStatusCode.OK, """{"messages":[{"id":"1","messageType":"TYPE_SMS","dateAdded":"2026-03-27T18:14:49.000Z","body":"Hola \ud83d","direction":"inbound"},{"id":"2","messageType":"TYPE_SMS","dateAdded":"2026-03-27T18:13:49.000Z","body":"\ud83d\ude00 \\ud83d","direction":"inbound"}]}"""));

        var messages = await ghl.Play(ghl.Crm.MessagesAsync(GhlDouble.Location, GhlDouble.Contact, 20, TestContext.Current.CancellationToken));

        messages.Select(m => m.Text).ShouldBe(["Hola \uFFFD", "\U0001F600 \\ud83d"]);
    }

    [Fact]
    public async Task A_character_that_was_cut_within_its_bytes_does_not_either()
    {
        await using var ghl = new GhlDouble((request, _) => Task.FromResult(request.Url.AbsolutePath == "/conversations/search"
            ? GhlDouble.Json($$"""{"conversations":[{"id":"c1","contactId":"{{GhlDouble.Contact}}"}]}""")
            : new HttpResponseMessage { Content = new ByteArrayContent([.. """{"messages":[{"id":"1","body":"Hola """u8, 0xF0, 0x9F, .. "\"}]}"u8]) }));

        var messages = await ghl.Play(ghl.Crm.MessagesAsync(GhlDouble.Location, GhlDouble.Contact, 20, TestContext.Current.CancellationToken));

        messages.ShouldHaveSingleItem().Text.ShouldStartWith("Hola \uFFFD");
    }

    [Fact]
    public async Task Half_an_emoji_in_a_refusal_leaves_it_a_refusal()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.UnprocessableEntity, """{"message":"\ud83d is no contact"}"""));

        (await ghl.Fails(ghl.Crm.NotesAsync(GhlDouble.Location, GhlDouble.Contact, TestContext.Current.CancellationToken))).Failure.ShouldBe(CrmFailure.Rejected);
    }

    [Fact]
    public async Task The_conversation_is_searched_once()
    {
        await using var ghl = new GhlDouble((request, _) => Task.FromResult(GhlDouble.Json(request.Url.AbsolutePath == "/conversations/search"
            ? $$"""{"conversations":[{"id":"c1","contactId":"{{GhlDouble.Contact}}"}]}"""
            : """{"messages":[]}""")));

        await ghl.Play(ghl.Crm.MessagesAsync(GhlDouble.Location, GhlDouble.Contact, 20, TestContext.Current.CancellationToken));
        await ghl.Play(ghl.Crm.MessagesAsync(GhlDouble.Location, GhlDouble.Contact, 20, TestContext.Current.CancellationToken));

        ghl.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Free_times_come_ascending_without_the_trace_id()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.OK, """{"2026-10-29":{"slots":["2026-10-29T10:00:00-05:00"]},"2026-10-28":{"slots":["2026-10-28T11:00:00-05:00","2026-10-28T10:00:00-05:00"]},"2026-10-30":{"slots":[]},"traceId":"1f06bc3f"}"""));
        var from = new DateTimeOffset(2026, 10, 28, 0, 0, 0, TimeSpan.FromHours(-5));

        var slots = await ghl.Play(ghl.Crm.FreeSlotsAsync(GhlDouble.Location, "cal", from, from.AddDays(7), "America/Chicago", TestContext.Current.CancellationToken));

        slots.ShouldBe([from.AddHours(10), from.AddHours(11), from.AddHours(34)]);
    }

    [Fact]
    public async Task Appointments_without_offset_are_read_in_the_zone()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.OK, """{"events":[{"id":"a","calendarId":"cal","startTime":"2026-07-16 11:00:00","status":"booked","appointmentStatus":"Cancelled"}]}"""));

        var appointment = (await ghl.Play(ghl.Crm.AppointmentsAsync(GhlDouble.Location, GhlDouble.Contact, "America/Chicago", TestContext.Current.CancellationToken))).ShouldHaveSingleItem();

        appointment.ShouldBe(new Appointment("a", "cal", new DateTimeOffset(2026, 7, 16, 11, 0, 0, TimeSpan.FromHours(-5)), "cancelled"));
    }

    [Theory]
    [InlineData("\"500\"", 500)]
    [InlineData("\"$1,200\"", 1200)]
    [InlineData("500", 500)]
    [InlineData("\"2.5k\"", 2500)]
    public async Task A_contact_is_read_whole(string budget, int amount)
    {
        var contact = $$$"""{"contact":{"id":"x","firstName":"maria","lastName":"lopez","email":"maria@example.com","tags":["Meta-Lead"],"dndSettings":{"SMS":{"status":"active"}},"customFields":[{"id":"f3","value":{{{budget}}}},{"id":"f4","value":["tienda"]}]}}""";
        await using var ghl = new GhlDouble((request, _) => Task.FromResult(GhlDouble.Json(request.Url.AbsolutePath.EndsWith("customFields", StringComparison.Ordinal) ? GhlDouble.FieldList : contact)));

        var read = (await ghl.Play(ghl.Crm.FindContactAsync(GhlDouble.Location, "x", TestContext.Current.CancellationToken))).ShouldNotBeNull();

        read.Name.ShouldBe("Maria Lopez");
        read.MonthlyBudgetUsd.ShouldBe(amount);
        read.BusinessType.ShouldBe("tienda");
        read.Tags.ShouldBe(["meta-lead"]);
        read.DoNotDisturb.ShouldBe([Channel.Sms]);
    }
}
