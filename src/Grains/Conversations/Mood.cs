namespace OutletBot.Conversations;

/// <summary>How a message is meant, where that asks for a word of its own.</summary>
public enum Mood
{
    /// <summary>Nothing out of the ordinary.</summary>
    None = 0,

    /// <summary>Abuse, of us or of the agency.</summary>
    Insult,

    /// <summary>A joke, laughter, a flirtation.</summary>
    Joke,

    /// <summary>"I told you already."</summary>
    Annoyed,
}
