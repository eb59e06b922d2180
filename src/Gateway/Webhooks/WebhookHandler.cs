using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OutletBot.Gateway.Webhooks.Verification;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Takes one webhook: verify, read, commit, answer.</summary>
internal sealed partial class WebhookHandler(
    CallerProof callers,
    CallerRates rates,
    BodyMemory memory,
    Intake intake,
    ILocations locations,
    IOptions<WebhookOptions> options,
    IOptions<ConversationOptions> conversation,
    GatewayTelemetry telemetry,
    TimeProvider time,
    ILogger<WebhookHandler> logger)
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterNoRoom = TimeSpan.FromSeconds(5);

    /// <summary>Answers a webhook. Whatever the body holds, the answer is never a 5xx.</summary>
    public async Task<IResult> HandleAsync(HttpContext context, string endpoint, Func<JsonElement, Arrival, WebhookReading> read)
    {
        var began = time.GetTimestamp();
        using var activity = GatewayTelemetry.Activities.StartActivity("webhook", ActivityKind.Internal);
        Answer answer;
        try
        {
            answer = await TakeAsync(context, read);
        }
        catch (InboxUnavailableException unavailable)
        {
            answer = new("unavailable", WebhookAnswers.ComeAgain(unavailable.Message, unavailable.RetryAfter));
        }
        catch (BadHttpRequestException broken)
        {
            answer = new("refused", WebhookAnswers.Problem(broken.StatusCode, "The request's body could not be read."));
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            // GHL comes again after a 429 and after nothing else: a fault of ours must not lose a lead's message.
            LogFault(fault, endpoint);
            answer = new("fault", WebhookAnswers.ComeAgain("The event could not be taken.", AfterFault));
        }

        activity?.SetTag("outletbot.answer", answer.Name);
        telemetry.Answered(endpoint, answer.Kind, answer.Name, time.GetElapsedTime(began));
        return answer.Result;
    }

    private async Task<Answer> TakeAsync(HttpContext context, Func<JsonElement, Arrival, WebhookReading> read)
    {
        if (rates.CountCaller(context.Connection.RemoteIpAddress) is { } wait)
            return new("throttled", WebhookAnswers.ComeAgain("Too many requests from this address.", wait));

        // Whoever proves nothing gets nothing read: a flood of long bodies costs its sender more than us.
        if (callers.RefusedUnread(context.Request.Headers) is { } unread)
            return new("unauthorised", WebhookAnswers.Problem(StatusCodes.Status401Unauthorized, unread));

        if (!WebhookBody.IsJson(context.Request))
            return new("refused", WebhookAnswers.Problem(StatusCodes.Status415UnsupportedMediaType, "The content type must be application/json."));

        using var part = memory.Open();
        ReadBody body;
        using (var patience = new CancellationTokenSource(options.Value.BodyTimeout, time))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, context.RequestAborted))
        {
            try
            {
                body = await WebhookBody.ReadAsync(context.Request, memory, part, either.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                return new("refused", WebhookAnswers.Problem(StatusCodes.Status408RequestTimeout, "The body took too long to arrive."));
            }
        }

        if (body.NoRoom)
            return new("throttled", WebhookAnswers.ComeAgain("Too many bodies are being read.", AfterNoRoom));

        if (body.Bytes is not { } bytes)
            return new("refused", WebhookAnswers.Problem(StatusCodes.Status413PayloadTooLarge, $"The body must be at most {WebhookBody.MaxBytes} bytes."));

        var proof = callers.Check(context.Request.Headers, bytes);
        return proof.Refused is { } why
            ? new("unauthorised", WebhookAnswers.Problem(StatusCodes.Status401Unauthorized, why))
            : await TakeAsync(bytes, proof, read);
    }

    private async Task<Answer> TakeAsync(byte[] body, Proof proof, Func<JsonElement, Arrival, WebhookReading> read)
    {
        if (!WebhookJson.TryParse(body, out var document, out var wrong)) return Refused(new("$", wrong));

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object) return Refused(new("$", "must be a JSON object"));

            var now = time.GetUtcNow();
            var fields = new JsonFields(document.RootElement);
            if (proof.SignedByGhl && Replays.IsTooOld(fields, now))
                return new("unauthorised", WebhookAnswers.Problem(StatusCodes.Status401Unauthorized, "The event is too old: its timestamp is more than 5 minutes off, or its message older than 7 days."));

            var arrival = new Arrival(now, GatewayTelemetry.TraceParent, locations.DefaultLocationId) { SwitchTags = [conversation.Value.TakeOverTag, conversation.Value.ReleaseTag] };
            return read(document.RootElement, arrival) switch
            {
                WebhookReading.Accept accept => await CommitAsync(accept with { Events = proof.SignedByGhl ? Replays.Recognisable(accept.Events, fields, body) : accept.Events }),
                WebhookReading.Ignore ignore => new("ignored", WebhookAnswers.Ignored(ignore.Reason)),
                WebhookReading.Refuse refuse => Refused(refuse),
                _ => throw new UnreachableException(),
            };
        }
    }

    private async Task<Answer> CommitAsync(WebhookReading.Accept accept)
    {
        var events = accept.Events;
        var kind = events[0].Kind.ToString();
        foreach (var inboxEvent in events)
            if (rates.CountLocation(inboxEvent.Conversation.LocationId) is { } wait)
                return new("throttled", WebhookAnswers.ComeAgain("Too many events of this location.", wait), kind);

        var fresh = await intake.CommitAsync(events);
        if (accept.LeftOut.Count > 0) LogLeftOut(events.Count, string.Join(", ", accept.LeftOut));
        if (fresh.Count == 0) return new("duplicate", WebhookAnswers.Duplicate, kind);
        if (fresh[0].Text.Length >= LeadMessages.LongestText) LogLong(fresh[0].Id);
        return new("accepted", WebhookAnswers.Accepted(fresh[0], events.Count > 1 ? fresh.Count : null), kind);
    }

    private static Answer Refused(WebhookReading.Refuse refuse) => new("refused", WebhookAnswers.Invalid(refuse.Errors));

    private readonly record struct Answer(string Name, IResult Result, string Kind = "none");

    [LoggerMessage(1003, LogLevel.Error, "A webhook on {Endpoint} could not be taken")]
    private partial void LogFault(Exception fault, string endpoint);

    [LoggerMessage(1004, LogLevel.Warning, "The text of event {Id} was cut to its first 4,096 characters")]
    private partial void LogLong(long id);

    [LoggerMessage(1005, LogLevel.Warning, "Of a batch {Count} events were taken; what stands in {Fields} could not be read")]
    private partial void LogLeftOut(int count, string fields);
}
