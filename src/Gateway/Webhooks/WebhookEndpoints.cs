using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OutletBot.Gateway.Webhooks.Verification;

namespace OutletBot.Gateway.Webhooks;

/// <summary>Where GHL and Meta call us.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder endpoints)
    {
        var webhooks = endpoints.MapGroup("/webhook").WithTags("Webhooks").DisableAntiforgery();
        webhooks.MapPost("/meta-lead", (HttpContext context, WebhookHandler handler) => handler.HandleAsync(context, "meta-lead", MetaLeadWebhook.Read))
            .WithSummary("A lead's message from a workflow, an InboundMessage event, or Meta's leadgen notification");
        webhooks.MapPost("/ghl", (HttpContext context, WebhookHandler handler) => handler.HandleAsync(context, "ghl", ReadMarketplaceEvent))
            .WithSummary("A marketplace event of GHL");
        webhooks.MapGet("/meta-lead", AnswerChallenge).WithSummary("Meta's verification challenge");
    }

    private static WebhookReading ReadMarketplaceEvent(JsonElement root, Arrival arrival) => MarketplaceEvents.Read(new JsonFields(root), arrival);

    private static IResult AnswerChallenge(
        CallerProof proof,
        [FromQuery(Name = "hub.mode")] string? mode,
        [FromQuery(Name = "hub.challenge")] string? challenge,
        [FromQuery(Name = "hub.verify_token")] string? token) =>
        mode == "subscribe" && challenge is { Length: > 0 and <= 256 } && proof.IsMetaVerifyToken(token)
            ? TypedResults.Text(challenge, "text/plain")
            : WebhookAnswers.Problem(StatusCodes.Status403Forbidden, "hub.mode, hub.challenge or hub.verify_token is not what was agreed");
}
