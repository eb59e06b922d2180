using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>The classes that intents are scored in; what is not among the seven named ones is <c>other</c>.</summary>
internal static class IntentClass
{
    public const string Other = "other";
    public const string OptOut = "opt_out";

    /// <summary>Opt-out first: it is the one that must not be missed.</summary>
    public static IReadOnlyList<string> All { get; } =
        [OptOut, "not_interested", "reschedule", "cancel", "question", "greeting", "confirm", Other];

    private static readonly HashSet<string> Finer =
        ["answer", "info", "deny", "choose_slot", "more_slots", "human", "opt_in", "none"];

    public static string Of(Intent intent) => intent switch
    {
        Intent.OptOut => OptOut,
        Intent.NotInterested => "not_interested",
        Intent.Reschedule => "reschedule",
        Intent.Cancel => "cancel",
        Intent.Question => "question",
        Intent.Greeting => "greeting",
        Intent.Confirm => "confirm",
        _ => Other,
    };

    /// <summary>The class that a label means; finer labels than ours are <c>other</c>.</summary>
    public static string OfLabel(string label) => All.Contains(label, StringComparer.Ordinal) ? label
        : Finer.Contains(label) ? Other
        : throw new FormatException($"\"intent\" must be one of {string.Join(", ", All)}; it is \"{label}\".");
}
