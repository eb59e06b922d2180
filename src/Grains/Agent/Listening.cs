using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Agent;

/// <summary>Reads a thought without a model.</summary>
internal static class Listening
{
    public static Reading Listen(this Thought thought) => Reader.Read(new Utterance
    {
        Text = thought.Text,
        Fields = thought.Location.Playbook.Fields,
        LastReply = thought.LastReply(),
        Asked = thought.Asked,
        Known = thought.Lead,
        Offered = thought.Offered,
        Appointment = thought.Appointment,
        Now = thought.Now,
        AgentName = thought.Location.AgentName,
    });

    /// <summary>Our last message, empty on first contact.</summary>
    public static string LastReply(this Thought thought) =>
        thought.History.LastOrDefault(spoken => !spoken.ByLead)?.Text ?? "";
}
