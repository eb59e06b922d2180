namespace OutletBot.Leads;

/// <summary>What a lead writes in one go, in one or several fragments.</summary>
/// <param name="Fragments">Each is a message of its own.</param>
internal sealed record Said(params IReadOnlyList<string> Fragments)
{
    /// <summary>Fields that it gives plainly.</summary>
    public IReadOnlyList<Ask> Gives { get; init; } = [];

    /// <summary>The offered time that it chooses.</summary>
    public Offered? Chooses { get; init; }

    /// <summary>Whether nothing may be said to it any more.</summary>
    public bool WantsSilence { get; init; }
}
