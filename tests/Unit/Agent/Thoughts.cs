using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Locations;

namespace OutletBot.Unit.Agent;

internal static class Thoughts
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6));

    public static readonly LocationSettings Location = new()
    {
        LocationId = "loc1",
        TimeZone = "America/Chicago",
        Language = "es",
        MinimumBudget = 300,
        AgentName = "María",
        BusinessFacts = "## Precios\nEl plan inicial cuesta $450 al mes e incluye anuncios.\n",
    };

    public static Thought Of(string text, string language = "es", params Field[] missing) => new()
    {
        Location = Location,
        Text = text,
        Stage = Stage.Qualifying,
        Language = language,
        Now = Now,
        Missing = missing,
        History = [new(ByLead: false, language == "es" ? "Hola, soy María. ¿Cómo te llamas?" : "Hi, I'm María. What's your name?")],
    };

    public static Turn Turn(string reply = "", string asksFor = "none", string intent = "answer", int? slot = null, TurnLead? lead = null) =>
        new(lead ?? TurnLead.Nothing, intent, slot, reply, asksFor);
}
