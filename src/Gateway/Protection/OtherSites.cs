using OutletBot.Gateway.Webhooks;

namespace OutletBot.Gateway.Protection;

/// <summary>
/// Refuses what another site makes an operator's browser send: it adds the stored sign-in, or this machine's own address, to
/// that too. Reading is left to the browser, which shows another site nothing; changes and sockets are not.
/// </summary>
internal static class OtherSites
{
    public static void UseOwnSiteOnly(this IApplicationBuilder app) => app.Use((context, next) =>
        IsOpenToAll(context.Request.Path) || IsReading(context) || IsOwnSite(context.Request)
            ? next(context)
            : WebhookAnswers.Problem(StatusCodes.Status403Forbidden, "Requests of other sites are not taken.").ExecuteAsync(context));

    // Webhooks prove themselves, and the simulator is a stage for whoever plays GHL.
    private static bool IsOpenToAll(PathString path) =>
        path.StartsWithSegments("/webhook", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/simulator", StringComparison.OrdinalIgnoreCase);

    private static bool IsReading(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
        && !context.Request.Headers.Upgrade.ToString().Contains("websocket", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        // Browsers leave it out where the connection is not encrypted; programs name no origin either.
        "" => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || IsOrigin(origin, request.Host)),
        _ => false,
    };

    private static bool IsOrigin(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
