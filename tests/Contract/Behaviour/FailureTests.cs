using System.Net;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Contract.Behaviour;

public sealed class FailureTests
{
    [Theory]
    [InlineData(400, """{"statusCode":400,"message":"The slot you have selected is no longer available."}""", CrmFailure.SlotTaken)]
    [InlineData(400, """{"message":"Cannot send message as DND is active for SMS."}""", CrmFailure.DoNotDisturb)]
    [InlineData(400, """{"message":"Contact with id x not found"}""", CrmFailure.NotFound)]
    [InlineData(404, "Cannot GET /x", CrmFailure.NotFound)]
    [InlineData(400, """{"message":"Missing phone number"}""", CrmFailure.Rejected)]
    [InlineData(422, """{"message":["Unprocessable Entity"]}""", CrmFailure.Rejected)]
    [InlineData(401, """{"message":"Invalid JWT"}""", CrmFailure.Unauthorized)]
    [InlineData(403, """{"message":"The token does not have access to this location."}""", CrmFailure.Unauthorized)]
    [InlineData(503, "<html>", CrmFailure.Unavailable)]
    public async Task An_answer_is_told_apart_by_status_and_words(int status, string body, CrmFailure expected)
    {
        await using var ghl = GhlDouble.Answering(((HttpStatusCode)status, body));

        var failure = await ghl.Fails(ghl.Crm.AddNoteAsync(GhlDouble.Location, GhlDouble.Contact, "x", TestContext.Current.CancellationToken));

        failure.Failure.ShouldBe(expected);
        failure.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Its_trace_id_is_kept_and_the_leads_data_is_not()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.BadRequest, """{"message":"Bad number +15125550107 of maria@example.com","traceId":"t-1"}"""));

        var failure = await ghl.Fails(ghl.Crm.AddNoteAsync(GhlDouble.Location, GhlDouble.Contact, "x", TestContext.Current.CancellationToken));

        failure.TraceId.ShouldBe("t-1");
        failure.Message.ShouldNotContain("5550107");
        failure.Message.ShouldNotContain("maria@");
    }

    [Fact]
    public async Task A_location_without_a_token_names_the_key_and_sends_nothing()
    {
        await using var ghl = new GhlDouble((_, _) => Task.FromResult(GhlDouble.Json("{}")), token: null);

        var failure = await ghl.Fails(ghl.Crm.PingAsync(GhlDouble.Location, TestContext.Current.CancellationToken));

        failure.Failure.ShouldBe(CrmFailure.Unauthorized);
        failure.Message.ShouldContain("Crm:ApiKey");
        ghl.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_leaves_the_outcome_of_a_message_unknown()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.OK, "<html>"));

        var failure = await ghl.Fails(ghl.Crm.SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", TestContext.Current.CancellationToken));

        failure.Failure.ShouldBe(CrmFailure.Unavailable);
        failure.OutcomeUnknown.ShouldBeTrue();
        ghl.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_of_many_words_is_told_apart_as_any_other()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.BadRequest, $$"""{"message":"Missing phone number {{new string('x', 500_000)}}"}"""));

        var failure = await ghl.Fails(ghl.Crm.AddNoteAsync(GhlDouble.Location, GhlDouble.Contact, "x", TestContext.Current.CancellationToken));

        failure.Failure.ShouldBe(CrmFailure.Rejected);
        failure.Message.Length.ShouldBeLessThan(300);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_taken_into_memory()
    {
        using var endless = new EndlessContent();
        await using var ghl = new GhlDouble((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = endless }));

        var failure = await ghl.Fails(ghl.Crm.SendMessageAsync(GhlDouble.Location, GhlDouble.Contact, Channel.WhatsApp, "Hola", TestContext.Current.CancellationToken));

        failure.Failure.ShouldBe(CrmFailure.Unavailable);
        failure.OutcomeUnknown.ShouldBeTrue();
        endless.Taken.ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public async Task An_unknown_contact_is_null()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.BadRequest, """{"message":"Contact with id x not found"}"""));

        (await ghl.Play(ghl.Crm.FindContactAsync(GhlDouble.Location, "x", TestContext.Current.CancellationToken))).ShouldBeNull();
    }

    [Fact]
    public async Task A_duplicate_that_GHL_names_is_the_contact()
    {
        await using var ghl = GhlDouble.Answering((HttpStatusCode.BadRequest, """{"message":"This location does not allow duplicated contacts.","meta":{"contactId":"k1"}}"""));

        (await ghl.Play(ghl.Crm.UpsertContactAsync(GhlDouble.Location, new NewContact("Maria", "+15125550107", null, null), TestContext.Current.CancellationToken))).ShouldBe("k1");
    }

    /// <summary>Blanks for as long as somebody takes them; 200 MB at most, so that the test ends where nobody stops.</summary>
    private sealed class EndlessContent : HttpContent
    {
        public long Taken { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var blanks = new byte[64 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (; Taken < 200_000_000; Taken += blanks.Length) await stream.WriteAsync(blanks, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
