namespace OutletBot.Gateway.Protection;

/// <summary>Headers that keep pages from being framed, sniffed and scripted from elsewhere.</summary>
internal static class SecurityHeaders
{
    private const string Pages =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string Data = "default-src 'none'; frame-ancestors 'none'";

    // Orleans' dashboard is a page with scripts, which we do not write.
    private const string Others = "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
    private static readonly string[] DataPaths = ["/webhook", "/api", "/health", "/openapi"];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // The simulator frames its own pages beside each other, and never runs where leads are real.
        if (IsUnder(context, "/simulator")) return next(context);

        // An answer that is made anew after a fault loses what was set before it.
        context.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var isPage = IsUnder(context, "/console");
        headers.ContentSecurityPolicy = isPage ? Pages : Array.Exists(DataPaths, path => IsUnder(context, path)) ? Data : Others;
        if (isPage || IsUnder(context, "/api")) headers.CacheControl = "no-store";
    }

    private static bool IsUnder(HttpContext context, string path) => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
