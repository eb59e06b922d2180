using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>
/// Stands between what a model says and what becomes of it. The fields, the intent, the slot and the reply are judged
/// each on their own, so that a bad reply does not cost a good field.
/// </summary>
internal static class OutputGuard
{
    public static Proposal Check(Turn turn, Thought thought, Reading reading)
    {
        var intent = IntentGuard.Check(turn.Intent, thought, reading);
        var slot = SlotGuard.Check(turn.Slot, intent, thought, reading);
        if (slot.Match == SlotMatch.One && intent is Intent.Other or Intent.Answer && thought.Offered.Count > 0 && slot != reading.Slot)
            intent = Intent.ChooseSlot;

        var checkedReading = reading with
        {
            Fields = FieldGuard.Check(turn.Lead, thought, reading),
            Intent = intent,
            Slot = slot,
            Question = intent == Intent.Question ? reading.Question ?? Topic.Other : reading.Question,
        };
        var (reply, asks) = ReplyGuard.Check(turn, thought, checkedReading);
        return new() { Reading = checkedReading, Reply = reply, ReplyAsks = asks, Brain = BrainKind.Model };
    }
}
