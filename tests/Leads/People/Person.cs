namespace OutletBot.Leads;

/// <summary>Who a simulated lead is, and the truth that they tell. No two share a name and an address.</summary>
internal sealed record Person
{
    public required string First { get; init; }
    public required string Last { get; init; }

    /// <summary><c>es</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Whether both languages come in one sentence.</summary>
    public bool Mixes { get; init; }

    public required bool IsPatient { get; init; }
    public required int Budget { get; init; }
    public required string Email { get; init; }

    public string Name => $"{First} {Last}";

    public static Person Of(int number, Random chance, bool patient, bool mixes)
    {
        var language = mixes || chance.Next(3) > 0 ? "es" : "en";
        var first = Pools.Firsts[number % Pools.Firsts.Length];
        var last = Pools.Lasts[number / Pools.Firsts.Length % Pools.Lasts.Length];
        return new()
        {
            First = first,
            Last = last,
            Language = language,
            Mixes = mixes,
            IsPatient = patient,
            Budget = Pools.Budgets[chance.Next(Pools.Budgets.Length)],
            Email = $"{Typing.Plain(first).ToLowerInvariant()}.{Typing.Plain(last).ToLowerInvariant()}{number}@example.com",
        };
    }
}
