using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http.HttpResults;
using OutletBot.Gateway.Operators;
using OutletBot.Gateway.Webhooks;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Gateway.Console;

/// <summary>The operators' console: pages rendered here, without a script.</summary>
internal static class ConsoleEndpoints
{
    private const int MostMessages = 500;

    private static readonly Lazy<byte[]> Stylesheet = new(() =>
    {
        using var stream = typeof(ConsoleEndpoints).Assembly.GetManifestResourceStream("console.css")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    });

    public static void AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // A form may come back to another gateway than the one that made it, or after a restart: its keys stand where all find them.
        services.AddDataProtection().SetApplicationName("OutletBot");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = provider.GetService<IXmlRepository>());
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "outletbot-forgery";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
        });
    }

    public static void MapConsole(this IEndpointRouteBuilder endpoints)
    {
        var console = endpoints.MapGroup("/console").RequireAuthorization(OperatorApi.Policy).ExcludeFromDescription();
        console.MapGet("/console.css", () => TypedResults.Bytes(Stylesheet.Value, "text/css"));
        console.MapGet("", ListAsync);
        console.MapGet("/costs", ShowCostsAsync);
        console.MapGet("/{location}/{contact}", ShowAsync);
        console.MapPost("/{location}/{contact}", ChangeAsync);
    }

    private static async Task<IResult> ListAsync(IConversationLog log, CostsApi costs, string? stage, bool? needsHuman, DateTimeOffset? before, CancellationToken cancellation)
    {
        const int aPage = 100;
        var filter = new ConversationFilter { Stage = stage is { Length: > 0 } && stage.All(char.IsAsciiLetter) ? stage : null, NeedsHuman = needsHuman ?? false, Before = before, Limit = aPage };
        var rows = await log.ListAsync(filter, cancellation);
        return new RazorComponentResult<ConversationsPage>(new
        {
            Rows = rows.OrderByDescending(row => row.NeedsHuman is not null).ToList(),
            Filter = filter,
            Notices = await costs.NoticesAsync(cancellation),
            Next = rows.Count == aPage ? rows[^1].UpdatedAt.ToString("O", CultureInfo.InvariantCulture) : null,
        });
    }

    private static async Task<IResult> ShowCostsAsync(CostsApi costs, string? location, DateOnly? from, DateOnly? to, CancellationToken cancellation) =>
        costs.Faults(from, to, limit: null) is { Count: > 0 } faults
            ? WebhookAnswers.Invalid(faults)
            : new RazorComponentResult<CostsPage>(new { Costs = await costs.ReadAsync(location, from, to, limit: null, cancellation), Location = location });

    private static async Task<IResult> ShowAsync(string location, string contact, IConversationLog log, CancellationToken cancellation)
    {
        var id = new ConversationId(location, contact);
        return id.IsValid() && await log.FindAsync(id, cancellation) is { } row
            ? new RazorComponentResult<ConversationPage>(new { Row = row, Messages = await log.TranscriptAsync(id, MostMessages, cancellation) })
            : WebhookAnswers.Problem(StatusCodes.Status404NotFound, "There is no such conversation.");
    }

    private static async Task<IResult> ChangeAsync(string location, string contact, [Microsoft.AspNetCore.Mvc.FromForm] string action, HandOver handOver, HttpContext context)
    {
        var id = new ConversationId(location, contact);
        if (!id.IsValid()) return TypedResults.NotFound();
        try
        {
            var kind = action == "release" ? InboxEventKind.Release : InboxEventKind.TakeOver;
            await handOver.CommitAsync(id, kind, context.User.Identity?.Name);
            return TypedResults.LocalRedirect($"/console/{Uri.EscapeDataString(location)}/{Uri.EscapeDataString(contact)}");
        }
        catch (InboxUnavailableException unavailable)
        {
            return WebhookAnswers.ComeAgain(unavailable.Message, unavailable.RetryAfter);
        }
    }
}
