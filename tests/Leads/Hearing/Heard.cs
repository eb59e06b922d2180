namespace OutletBot.Leads;

/// <summary>What a message asks the lead for.</summary>
internal enum Ask
{
    Nothing,
    Name,
    Business,
    Problem,
    Goal,
    Budget,
    Email,
    Treatment,
    Insurance,
    Slot,

    /// <summary>A yes: to an address, a time or an amount that the message names.</summary>
    Yes,

    /// <summary>A question that no line of the agent's explains.</summary>
    Unknown,
}

/// <summary>A time on offer under its number.</summary>
internal sealed record Offered(int Number, DateTime Local);

/// <summary>A message of the agent's as a lead takes it in.</summary>
internal sealed record Heard
{
    public required string Text { get; init; }
    public required Ask Ask { get; init; }

    /// <summary>Keys of the lines that it is made of.</summary>
    public required IReadOnlySet<string> Keys { get; init; }

    public required IReadOnlyList<Offered> Times { get; init; }

    /// <summary>The question in it, null without one.</summary>
    public string? Question { get; init; }

    public bool Says(params string[] keys) => keys.Any(Keys.Contains);
}
