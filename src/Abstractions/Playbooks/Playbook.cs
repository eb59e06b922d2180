using OutletBot.Conversations;

namespace OutletBot.Playbooks;

/// <summary>
/// How a line of business is sold: who speaks, what is asked in which order, and in which words. Data, never code: one that is
/// built in, or a file of the location's own. What is null is the section's of the configuration.
/// </summary>
public sealed record Playbook
{
    /// <summary>The languages that every playbook speaks.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["es", "en"];

    /// <summary>What is used where none is named: a marketing agency that asks for the monthly budget.</summary>
    public static Playbook Agency { get; } = PlaybookSource.BuiltIn(PlaybookSource.Default);

    /// <summary>Its name, or the path of its file.</summary>
    public required string Name { get; init; }

    /// <summary>What the agent does, English: it goes on from "You are María, ".</summary>
    public required string Role { get; init; }

    /// <summary>How the agent speaks, English sentences.</summary>
    public required string Tone { get; init; }

    /// <summary>What is booked, English: "a call".</summary>
    public required string Appointment { get; init; }

    /// <summary>The agent's name.</summary>
    public string? AgentName { get; init; }

    /// <summary>Facts about the business, markdown.</summary>
    public string? BusinessFacts { get; init; }

    /// <summary>The language until the lead's own is known.</summary>
    public string? Language { get; init; }

    /// <summary>The budget that qualifies a lead, USD a month, where the budget is asked.</summary>
    public decimal? MinimumBudget { get; init; }

    /// <summary>How many times are offered at most.</summary>
    public int? SlotCount { get; init; }

    /// <summary>How many days ahead times are offered.</summary>
    public int? DaysAhead { get; init; }

    /// <summary>How long an appointment takes.</summary>
    public TimeSpan? SlotDuration { get; init; }

    /// <summary>The tags set in GHL.</summary>
    public PlaybookTags Tags { get; init; } = new();

    /// <summary>The fields asked, in their order.</summary>
    public required IReadOnlyList<FieldSpec> Fields { get; init; }

    /// <summary>Lines said instead of the standard ones: by language, then by key, several wordings each.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Phrases { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);

    /// <summary>The fields that GHL keeps in custom fields: name and e-mail are every contact's own.</summary>
    public IEnumerable<Field> InCustomFields => Fields.Where(spec => spec.Kind is not (FieldKind.Name or FieldKind.Email)).Select(spec => spec.Field);

    /// <summary>How a field is asked, null when it is not.</summary>
    public FieldSpec? Find(Field field) => Fields.FirstOrDefault(spec => spec.Field == field);

    /// <summary>Whether a field is asked.</summary>
    public bool Asks(Field field) => Find(field) is not null;

    /// <summary>The wordings of a line in a language, null where the standard ones hold.</summary>
    public IReadOnlyList<string>? Lines(string language, string key) => Phrases.GetValueOrDefault(language)?.GetValueOrDefault(key);
}
