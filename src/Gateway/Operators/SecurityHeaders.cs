namespace OutletBot.Gateway.Operators;

/// <summary>Headers that keep pages from being framed, sniffed and scripted from elsewhere.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The simulator frames its own pages beside each other, and never runs where leads are real.
        if (context.Request.Path.StartsWithSegments("/simulator", StringComparison.OrdinalIgnoreCase)) return next(context);

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        if (context.Request.Path.StartsWithSegments("/console", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentSecurityPolicy = Policy;
            headers.CacheControl = "no-store";
        }
        else
            headers.ContentSecurityPolicy = "frame-ancestors 'none'";

        return next(context);
    });
}
