using OutletBot.Conversations;

namespace OutletBot.Agent;

internal static class BusinessFacts
{
    public static string? Answer(string question, Topic? topic, string facts, string language) => null;
}
