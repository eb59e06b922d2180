using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OutletBot.Gateway.Webhooks;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Gateway.Operators;

/// <param name="Conversations">The latest first.</param>
/// <param name="Before">What to ask with for the next page, null after the last.</param>
internal sealed record ConversationPage(IReadOnlyList<ConversationRow> Conversations, DateTimeOffset? Before);

internal sealed record ConversationDetails(ConversationRow Conversation, IReadOnlyList<MessageRow> Messages);

/// <param name="Count">How many events wait.</param>
/// <param name="OldestReceivedAt">When the oldest arrived, null when there is none.</param>
/// <param name="Oldest">The 50 oldest, the first received first.</param>
internal sealed record InboxDetails(long Count, DateTimeOffset? OldestReceivedAt, IReadOnlyList<WaitingEvent> Oldest);

/// <summary>An event that waits; what was written is for its conversation alone.</summary>
/// <param name="Id">Its number in the inbox.</param>
/// <param name="Conversation">Its conversation, as location/contact.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="ReceivedAt">When it arrived.</param>
internal sealed record WaitingEvent(long Id, string Conversation, InboxEventKind Kind, DateTimeOffset ReceivedAt);

/// <summary>What operators see and do, for programs.</summary>
internal static class OperatorApi
{
    public const string Policy = "operators";
    private const int MostMessages = 500;
    private const int MostWaiting = 50;

    public static void AddOperators(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, OperatorSignIn>(OperatorSignIn.SchemeName, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(OperatorSignIn.SchemeName).RequireAuthenticatedUser());
        services.AddOpenApi("v1", api => api.ShouldInclude = description =>
            description.RelativePath is { } path && (path.StartsWith("api", StringComparison.Ordinal) || path.StartsWith("webhook", StringComparison.Ordinal) || path.StartsWith("health", StringComparison.Ordinal)));
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<HandOver>();
    }

    public static void MapOperators(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi().RequireAuthorization(Policy);
        endpoints.MapDashboard(Policy);

        var api = endpoints.MapGroup("/api").WithTags("Operators").RequireAuthorization(Policy).DisableAntiforgery();
        api.MapGet("/conversations", ListAsync).WithSummary("Conversations, the latest first");
        api.MapGet("/conversations/{location}/{contact}", FindAsync).WithSummary("One conversation with its transcript");
        api.MapPost("/conversations/{location}/{contact}/take-over", (string location, string contact, HttpContext context, HandOver handOver) =>
            HandOverAsync(handOver, new(location, contact), InboxEventKind.TakeOver, context)).WithSummary("Silence the bot");
        api.MapPost("/conversations/{location}/{contact}/release", (string location, string contact, HttpContext context, HandOver handOver) =>
            HandOverAsync(handOver, new(location, contact), InboxEventKind.Release, context)).WithSummary("Give the conversation back to the bot");
        api.MapGet("/queue", (IConversationLog log, int? limit, CancellationToken cancellation) =>
            ListAsync(log, null, null, true, null, limit, cancellation)).WithSummary("Conversations that need a person");
        api.MapGet("/costs", CostsApi.GetAsync).WithSummary("What the model costs, by day, location and conversation");
        api.MapGet("/inbox", InboxAsync).WithSummary("Committed events that wait: how many, and the 50 oldest without what was written");
    }

    private static async Task<IResult> ListAsync(
        IConversationLog log, string? location, string? stage, bool? needsHuman, DateTimeOffset? before, int? limit, CancellationToken cancellation)
    {
        if (limit is < 1 or > 500) return Wrong("limit", "must be 1 to 500");
        if (location is not null && !ConversationId.IsValidPart(location)) return Wrong("location", "is not the id of a location");
        if (stage is not null && !stage.All(char.IsAsciiLetter)) return Wrong("stage", "is not a stage");
        var filter = new ConversationFilter { LocationId = location, Stage = stage, NeedsHuman = needsHuman ?? false, Before = before?.ToUniversalTime(), Limit = limit ?? 50 };
        var rows = await log.ListAsync(filter, cancellation);
        return TypedResults.Ok(new ConversationPage(rows, rows.Count == filter.Limit ? rows[^1].UpdatedAt : null));
    }

    private static async Task<Ok<InboxDetails>> InboxAsync(IInbox inbox, TimeProvider time, CancellationToken cancellation)
    {
        var backlog = await inbox.BacklogAsync(cancellation);
        // The clock of the gateway that took an event in may go before this one's.
        var oldest = await inbox.UnhandledAsync(time.GetUtcNow().AddDays(1), afterId: 0, MostWaiting, cancellation);
        return TypedResults.Ok(new InboxDetails(
            backlog.Count, backlog.OldestReceivedAt, [.. oldest.Select(e => new WaitingEvent(e.Id, e.Conversation.ToString(), e.Kind, e.ReceivedAt))]));
    }

    private static IResult Wrong(string parameter, string what) =>
        WebhookAnswers.Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [parameter] = [what] });

    private static async Task<IResult> FindAsync(string location, string contact, IConversationLog log, CancellationToken cancellation)
    {
        var id = new ConversationId(location, contact);
        return id.IsValid() && await log.FindAsync(id, cancellation) is { } row
            ? TypedResults.Ok(new ConversationDetails(row, await log.TranscriptAsync(id, MostMessages, cancellation)))
            : WebhookAnswers.Problem(StatusCodes.Status404NotFound, "There is no such conversation.");
    }

    private static async Task<IResult> HandOverAsync(HandOver handOver, ConversationId conversation, InboxEventKind kind, HttpContext context)
    {
        if (!conversation.IsValid())
            return WebhookAnswers.Problem(StatusCodes.Status404NotFound, "There is no such conversation.");
        try
        {
            return WebhookAnswers.Accepted(await handOver.CommitAsync(conversation, kind, context.User.Identity?.Name), count: null);
        }
        catch (InboxUnavailableException unavailable)
        {
            return WebhookAnswers.ComeAgain(unavailable.Message, unavailable.RetryAfter);
        }
    }
}

/// <summary>Takes conversations over and gives them back, durably.</summary>
internal sealed class HandOver(Intake intake, TimeProvider time)
{
    /// <exception cref="InboxUnavailableException">SQL cannot commit now.</exception>
    public async Task<InboxEvent> CommitAsync(ConversationId conversation, InboxEventKind kind, string? by)
    {
        var now = time.GetUtcNow();
        var inboxEvent = new InboxEvent
        {
            Kind = kind,
            Conversation = conversation,
            MessageId = EventIds.New(now),
            HasProviderId = true,
            Detail = by,
            SentAt = now,
            ReceivedAt = now,
            TraceParent = GatewayTelemetry.TraceParent,
        };
        await intake.CommitAsync([inboxEvent]);
        return inboxEvent;
    }
}
