namespace OutletBot.Understanding;

/// <summary>Whether somebody only asks if we are still here.</summary>
internal static class Presence
{
    private static readonly Phrases Asks = new("(sigues|siguen|sigue|estas|estan|esta) (ahi|aqui|por ahi|ay)", "(hay|hey)? alguien (ahi|por ahi|aqui)", "^ hay alguien $", "(anyone|anybody|somebody|still) (home|there|here)", "are you (still)? (there|here)", "(me)? (lees|leen|estas leyendo|copias)");

    private const int Longest = 6;

    public static bool In(string text)
    {
        var message = Message.Of(text);
        return message.Count <= Longest && Asks.In(message);
    }
}
