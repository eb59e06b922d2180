namespace OutletBot.Understanding;

/// <summary>A verb of a clause.</summary>
/// <param name="At">Its token.</param>
/// <param name="Verb">What it says.</param>
/// <param name="Denied">Whether it is in the reach of a "no".</param>
internal readonly record struct Predicate(int At, Verb Verb, bool Denied);

/// <summary>One thing that a lead says: a stretch of tokens about at most one finite verb and what hangs on it.</summary>
/// <param name="From">Its first token.</param>
/// <param name="To">Behind its last token.</param>
/// <param name="Asks">Whether it asks us something.</param>
/// <param name="Predicates">Its verbs, in order.</param>
internal sealed record Clause(int From, int To, bool Asks, IReadOnlyList<Predicate> Predicates)
{
    public int Length => To - From;

    /// <summary>Whether it says something by a verb of this sense, taking the "no" before it into account.</summary>
    public bool Says(Sense sense, bool denied) => Predicates.Any(predicate => predicate.Verb.Is(sense) && predicate.Denied == denied);

    /// <summary>The first finite verb.</summary>
    public Predicate? Finite => Predicates.FirstOrDefault(predicate => predicate.Verb.Is(Person.Finite)) is { Verb.Person: not Person.None } found ? found : null;
}
