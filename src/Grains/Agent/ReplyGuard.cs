using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Judges whether the model's words may be sent. When in doubt the templates speak.</summary>
internal static class ReplyGuard
{
    private const int Limit = 500;

    /// <summary>The reply and what it asks for; no reply when it must not be sent.</summary>
    public static (string? Reply, Field? Asks) Check(Turn turn, Thought thought, Reading reading)
    {
        var reply = turn.Reply.Trim();
        var language = reading.Language ?? thought.Language;
        return reply.Length is > 0 and <= Limit
            && IsForWords(reading.Intent)
            // A farewell to who only asked about one.
            && turn.Intent is not ("opt_out" or "not_interested")
            && AsksRightly(turn.AsksFor, reply, thought, reading, out var asks)
            && ReplyForm.IsSound(reply)
            && Tongue.Speaks(reply, language)
            && ReplyClaims.AreGiven(reply, thought, reading)
            && ProperNames.AreGiven(reply, thought)
            && !PromptWords.AreQuoted(reply, thought.Location)
            ? (reply, asks)
            : (null, null);
    }

    // All else is decided in code, and what was decided is said by templates.
    private static bool IsForWords(Intent intent) =>
        intent is Intent.Other or Intent.Answer or Intent.Question or Intent.Greeting or Intent.Confirm or Intent.Deny;

    private static bool AsksRightly(string asksFor, string reply, Thought thought, Reading reading, out Field? asks)
    {
        asks = null;
        if (reading.ForeignCurrency is not null || reading.EmailToConfirm is not null || reading.Slot.Match != SlotMatch.None)
            return false;

        switch (thought.Stage)
        {
            case Stage.Qualifying:
                asks = NextOf(thought, reading.Fields);
                return asks is { } next && thought.Location.Playbook.Find(next) is { } spec && asksFor == (TurnSchema.HasName(spec) ? next.Key : "none") && AskedWords.Fit(reply, spec);
            case Stage.Offering:
                return asksFor is "slot" or "none" && AskedWords.AskForNothing(reply, thought.Location.Playbook);
            case Stage.Booked or Stage.Nurture:
                return asksFor == "none" && AskedWords.AskForNothing(reply, thought.Location.Playbook);
            default:
                return false;
        }
    }

    /// <summary>What is to be asked once the new values are applied; null when something else is due than a question.</summary>
    private static Field? NextOf(Thought thought, Lead found)
    {
        var lead = thought.Lead.With(found);
        if (lead.MonthlyBudgetUsd < thought.Location.BudgetGate)
            return null;

        foreach (var field in thought.Missing)
        {
            if (!lead.Has(field))
                return field == Field.Email && lead.MonthlyBudgetUsd is null && thought.Location.BudgetGate is not null ? null : field;
        }

        return null;
    }
}
