namespace OutletBot.Simulator.Page;

/// <summary>The page at <c>/simulator</c> and its files, embedded in the assembly.</summary>
internal static class PageApi
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPage(this IEndpointRouteBuilder simulator)
    {
        simulator.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            return File("index.html");
        });
        simulator.MapGet("/assets/{name}", (string name) => File(name));
    }

    private static IResult File(string name)
    {
        var type = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => null,
        };
        return type is not null && typeof(PageApi).Assembly.GetManifestResourceStream($"page/{name}") is { } file
            ? Results.Stream(file, type)
            : Results.NotFound();
    }
}
