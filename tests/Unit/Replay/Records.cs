using OutletBot.Conversations;
using OutletBot.ReadModel;
using OutletBot.Replay;

namespace OutletBot.Unit.Replay;

/// <summary>Records of conversations as the store would hold them.</summary>
internal static class Records
{
    public static readonly ConversationId Id = new("loc", "ana");

    public static RecordedConversation Of(IEnumerable<MessageRow> transcript, IEnumerable<GroundsRow> grounds) => new()
    {
        Id = Id,
        Row = new ConversationRow { LocationId = "loc", ContactId = "ana", Turn = 1, Stage = "Qualifying", Language = "es", UpdatedAt = default },
        Transcript = [.. transcript],
        Grounds = [.. grounds.Select(g => TurnGrounds.FromJson(g.Body))],
    };

    public static string Told(this ReplayedConversation played) => string.Join('\n', played.Turns.Select(turn =>
        $"{turn.At:HH:mm:ss} {string.Join(" / ", turn.Happened)}\n  then {string.Join(" | ", turn.Then.Replies)}\n  now  {string.Join(" | ", turn.Now.Replies)}\n  {string.Join("; ", turn.Differences)}"));
}
