using System.Data.Common;
using Microsoft.Extensions.Options;
using OutletBot.Options;
using OutletBot.ReadModel;
using Spectre.Console;

namespace OutletBot.Replay;

/// <summary>One replay: find the conversations, play each, show both sides.</summary>
internal static class ReplayRun
{
    private const int Replayed = 0;
    private const int NotReplayed = 2;

    public static async Task<int> RunAsync(IAnsiConsole console, ReplayRequest request, CancellationToken cancellation)
    {
        try
        {
            await using var stand = Stand.Open(request);
            var played = new List<ReplayedConversation>();
            foreach (var id in await FindAsync(stand.Store, request, cancellation))
            {
                var record = await RecordedConversation.ReadAsync(stand.Store, id, cancellation);
                played.Add(await Player.PlayAsync(record, stand.Brain, stand.Locations.Get(id.LocationId), stand.Conversation, cancellation));
                SideBySide.Write(console, played[^1], stand.BrainName);
            }

            if (played.Count != 1) SideBySide.WriteSummary(console, played);
            if (request.Json is { } json) JsonReport.Write(json, stand.BrainName, played);
            return Replayed;
        }
        catch (Exception exception) when (Explained(exception) is { } line)
        {
            await Console.Error.WriteLineAsync(line.AsMemory(), cancellation);
            return NotReplayed;
        }
    }

    private static async Task<IReadOnlyList<ConversationId>> FindAsync(IConversationLog store, ReplayRequest request, CancellationToken cancellation)
    {
        if (request.Conversations.Count > 0) return [.. request.Conversations.Select(ConversationId.Parse)];
        if (request.Since is not { } since) throw new ReplayException("Say which: --conversation LOCATION/CONTACT, or --since TIME [--limit N].");
        var rows = await store.ListAsync(new ConversationFilter { Limit = request.Limit }, cancellation);
        return [.. rows.Where(row => row.UpdatedAt >= since).Select(row => new ConversationId(row.LocationId, row.ContactId))];
    }

    private static string? Explained(Exception exception) => exception switch
    {
        ReplayException or FormatException or IOException or UnauthorizedAccessException => exception.Message,
        OptionsValidationException or ConfigurationFaultException or InvalidOperationException => ConfigurationFault.Describe(exception),
        DbException => $"The store cannot be read: {exception.Message.ReplaceLineEndings(" ")}",
        _ => null,
    };
}
