namespace OutletBot.Evals;

/// <summary>How many of how many.</summary>
internal sealed class Tally
{
    public int Right { get; private set; }

    public int Of { get; private set; }

    /// <summary>0 to 1; 1 when there was nothing to get wrong.</summary>
    public double Share => Counts.Share(Right, Of);

    public void Add(bool right)
    {
        Of++;
        if (right)
            Right++;
    }

    public override string ToString() => $"{Right}/{Of}";
}
