using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Tells abuse and jokes from what is to be taken at its word. Words about somebody else are neither.</summary>
internal static class MoodReader
{
    private const int MostWordsAroundLaughter = 3;

    public static Mood Read(Message message)
    {
        if (message.Count == 0)
            return Laughs(message.Source) ? Mood.Joke : Mood.None;
        if (MoodWords.Abuse.In(message) || IsNameCalling(message))
            return Mood.Insult;
        if (MoodWords.Told.In(message))
            return Mood.Annoyed;
        return MoodWords.Jokes.In(message) || IsLaughter(message) ? Mood.Joke : Mood.None;
    }

    /// <summary>A clause of nothing but bad names: "idiota", "pinche ratero", "you scammers".</summary>
    private static bool IsNameCalling(Message message)
    {
        foreach (var (from, to) in message.Clauses())
        {
            var called = false;
            var other = false;
            for (var i = from; i < to; i++)
            {
                var name = MoodWords.Names.At(message, i) is not null;
                called |= name;
                other |= !name && MoodWords.AroundNames.At(message, i) is null;
            }

            if (called && !other)
                return true;
        }

        return false;
    }

    /// <summary>Laughter with hardly a word beside it: whoever laughs and goes on means what they say.</summary>
    private static bool IsLaughter(Message message)
    {
        var laughter = MoodWords.Laughter.All(message).Sum(span => span.Length);
        return laughter > 0 && message.Count - laughter <= MostWordsAroundLaughter && !message.Asks();
    }

    private static bool Laughs(string source) => MoodWords.Faces.Any(face => source.Contains(face, StringComparison.Ordinal));
}
