namespace OutletBot.Evals;

/// <summary>A turn with what was understood of it and what was wrong with that.</summary>
internal sealed record ScoredTurn(Turn Turn, TurnAnswer Answer, IReadOnlyList<Mistake> Mistakes)
{
    public bool Perfect => Mistakes.Count == 0;
}

/// <summary>The figures of a set of turns, or of one category of it.</summary>
internal sealed class TurnFigures
{
    public Tally Perfect { get; } = new();

    /// <summary>By field key; only fields that some turn labels.</summary>
    public SortedDictionary<string, Counts> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Turns where a slot is due.</summary>
    public Tally SlotsDue { get; } = new();

    /// <summary>Turns where none may be chosen.</summary>
    public Tally NoSlotDue { get; } = new();

    /// <summary>Slots chosen where none is due: each would have booked a time that the lead did not choose.</summary>
    public int WronglyChosen => NoSlotDue.Of - NoSlotDue.Right;

    public Tally Intents { get; } = new();

    /// <summary>By intent class; only classes that occur.</summary>
    public Dictionary<string, Counts> Classes { get; } = new(StringComparer.Ordinal);

    /// <summary>0 to 1; 1 when no opt-out is labelled.</summary>
    public double OptOutRecall => Classes.GetValueOrDefault(IntentClass.OptOut)?.Recall ?? 1;

    /// <summary>Fields that took a value they must not take.</summary>
    public int ForbiddenTaken { get; set; }

    public Counts Field(string key) => Fields.TryGetValue(key, out var counts) ? counts : Fields[key] = new();

    public Counts Class(string name) => Classes.TryGetValue(name, out var counts) ? counts : Classes[name] = new();
}

/// <summary>All that came of a set of turns.</summary>
internal sealed record TurnScore(TurnFigures All, IReadOnlyDictionary<string, TurnFigures> Categories, IReadOnlyList<ScoredTurn> Turns)
{
    public IEnumerable<ScoredTurn> Failures => Turns.Where(turn => !turn.Perfect);

    public int StoodIn => Turns.Count(turn => turn.Answer.StoodIn);
}
