using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Makes of one conversation what a brain may know of it.</summary>
internal static class Thoughts
{
    public static Thought Of(Conversation conversation, Setting setting) => new()
    {
        Location = setting.Location,
        Text = conversation.Unanswered,
        History = conversation.History,
        Summary = conversation.Summary,
        Lead = conversation.Lead,
        Stage = conversation.Stage,
        Asked = conversation.Asked,
        Missing = conversation.Missing(setting.Location),
        Offered = conversation.Offer,
        Appointment = conversation.Appointment?.Start,
        Language = conversation.Language,
        Now = LocalTimes.In(LocalTimes.Zone(setting.Location.TimeZone), setting.Now),
    };
}
