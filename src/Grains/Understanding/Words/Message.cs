namespace OutletBot.Understanding;

/// <summary>A text as tokens and sentences, with the way back to its own words.</summary>
internal sealed class Message
{
    private readonly bool[] _asks;

    public Message(string source, IReadOnlyList<(int Start, int End)> addresses)
    {
        Source = source;
        (Tokens, _asks) = Lexer.Read(source, addresses);
    }

    /// <summary>The text as it was written.</summary>
    public string Source { get; }

    /// <summary>Its tokens in order.</summary>
    public Token[] Tokens { get; }

    public int Count => Tokens.Length;

    public Token this[int index] => Tokens[index];

    public static Message Of(string source) => new(source, []);

    /// <summary>Whether the sentence that the token stands in ends or begins with a question mark.</summary>
    public bool Asks(int index) => _asks[index];

    public bool Asks() => Array.IndexOf(_asks, value: true) >= 0;

    public bool Is(int index, string text) => index >= 0 && index < Tokens.Length && Tokens[index].Text == text;

    public bool Is(int index, IReadOnlySet<string> texts) => index >= 0 && index < Tokens.Length && texts.Contains(Tokens[index].Text);

    /// <summary>Whether a clause starts here.</summary>
    public bool Starts(int index) => index == 0 || index >= Tokens.Length || Tokens[index].Before >= Gap.Comma;

    /// <summary>Whether a sentence starts here.</summary>
    public bool StartsSentence(int index) => index == 0 || index >= Tokens.Length || Tokens[index].Before == Gap.Stop;

    /// <summary>The writer's own words from one token to before another, blanks and punctuation trimmed.</summary>
    public string Words(int from, int to) =>
        from >= to ? "" : Source[Tokens[from].Start..Tokens[to - 1].End].Trim();

    /// <summary>The clauses, as ranges of tokens.</summary>
    public IEnumerable<(int From, int To)> Clauses(Gap atLeast = Gap.Comma)
    {
        var from = 0;
        for (var i = 1; i <= Tokens.Length; i++)
        {
            if (i < Tokens.Length && Tokens[i].Before < atLeast)
                continue;

            if (i > from)
                yield return (from, i);
            from = i;
        }
    }
}
