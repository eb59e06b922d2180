namespace OutletBot.Evals;

/// <summary>What was found, what was made up and what was missed, for one field or class.</summary>
internal sealed class Counts
{
    public int Right { get; private set; }

    /// <summary>Values where none was due, and wrong values.</summary>
    public int FalsePositives { get; private set; }

    /// <summary>Values missed, and wrong values.</summary>
    public int FalseNegatives { get; private set; }

    /// <summary>No value, and none due.</summary>
    public int RightlyNone { get; private set; }

    /// <summary>How many had a value due.</summary>
    public int Due => Right + FalseNegatives;

    /// <summary>0 to 1; 1 when nothing was found and nothing was due.</summary>
    public double Precision => Share(Right, Right + FalsePositives);

    /// <summary>0 to 1; 1 when nothing was due.</summary>
    public double Recall => Share(Right, Due);

    /// <summary>0 to 1, the harmonic mean of precision and recall.</summary>
    public double F1 => Share(2 * Right, (2 * Right) + FalsePositives + FalseNegatives);

    public void Add(bool due, bool found, bool right)
    {
        if (due && found && right)
            Right++;
        else if (!due && !found)
            RightlyNone++;

        if (found && !right)
            FalsePositives++;
        if (due && !right)
            FalseNegatives++;
    }

    public static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
