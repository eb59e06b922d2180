using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Locations;

namespace OutletBot.Evals;

/// <summary>Reads turns by the model brain. Where the rules had to stand in, the answer says so.</summary>
internal sealed class ModelTurnReader(IBrain brain) : ITurnReader
{
    public int Concurrency => 4;

    public async ValueTask<TurnAnswer> ReadAsync(Turn turn, CancellationToken cancellation)
    {
        var proposal = await brain.ThinkAsync(ThoughtOf(turn), cancellation);
        return TurnAnswer.Of(proposal.Reading, proposal.Brain == BrainKind.Rules);
    }

    private static Thought ThoughtOf(Turn turn) => new()
    {
        Location = new()
        {
            LocationId = "evals",
            TimeZone = ZoneOf(turn.Now.Offset),
            Language = "es",
            MinimumBudget = 300,
            AgentName = "María",
        },
        Text = turn.CustomerMessage,
        History = turn.LastBotMessage.Length == 0 ? [] : [new Spoken(ByLead: false, turn.LastBotMessage)],
        Lead = turn.Known,
        Stage = turn.OfferedSlots.Count > 0 ? Stage.Offering : turn.Appointment is null ? Stage.Qualifying : Stage.Booked,
        Asked = AskedFields.In(turn.LastBotMessage) is [var asked, ..] ? asked : null,
        Missing = [.. LeadLoading.Fields.Where(field => !turn.Known.Has(field))],
        Offered = turn.OfferedSlots,
        Appointment = turn.Appointment,
        Language = "es",
        Now = turn.Now,
    };

    // A turn tells an offset and no zone; IANA's fixed zones count hours the other way round.
    private static string ZoneOf(TimeSpan offset) => offset.Minutes != 0 || offset == TimeSpan.Zero ? "Etc/UTC"
        : offset < TimeSpan.Zero ? $"Etc/GMT+{-offset.Hours}"
        : $"Etc/GMT-{offset.Hours}";
}
