using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace OutletBot.Simulator.Page;

/// <summary>The page at <c>/simulator</c> and its files, embedded in the assembly.</summary>
internal static class PageApi
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly ManifestEmbeddedFileProvider Files = new(typeof(PageApi).Assembly, "Page/assets");
    private static readonly FileExtensionContentTypeProvider Types = new();

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
        var file = Files.GetFileInfo(name);
        return file.Exists && Types.TryGetContentType(name, out var type)
            ? Results.Stream(file.CreateReadStream(), type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type)
            : Results.NotFound();
    }
}
