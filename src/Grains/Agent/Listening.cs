using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Agent;

/// <summary>Reads a thought without a model.</summary>
internal static class Listening
{
    /// <summary>
    /// What the lead's own sentences say. Those that pose as a machine's words are heard for one thing only: whoever says stop is let go,
    /// however they say it.
    /// </summary>
    public static Reading Listen(this Thought thought)
    {
        var reading = Read(thought, thought.Text);
        return reading.Intent == Intent.OptOut || LeadWords.Honest(thought.Text) is not { } honest
            ? reading
            : Read(thought, honest) with { Language = reading.Language };
    }

    /// <summary>Our last message, empty on first contact.</summary>
    public static string LastReply(this Thought thought) =>
        thought.History.LastOrDefault(spoken => !spoken.ByLead)?.Text ?? "";

    private static Reading Read(Thought thought, string text) => Reader.Read(new Utterance
    {
        Text = text,
        Fields = thought.Location.Playbook.Fields,
        LastReply = thought.LastReply(),
        Asked = thought.Asked,
        Known = thought.Lead,
        Offered = thought.Offered,
        Appointment = thought.Appointment,
        Now = thought.Now,
        AgentName = thought.Location.AgentName,
    });
}
