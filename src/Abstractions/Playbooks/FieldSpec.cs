using OutletBot.Conversations;

namespace OutletBot.Playbooks;

/// <summary>How a field's answer is read.</summary>
public enum FieldKind
{
    /// <summary>A person's name.</summary>
    Name,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An amount in USD a month.</summary>
    Money,

    /// <summary>A kind of business.</summary>
    Business,

    /// <summary>What troubles a business.</summary>
    Problem,

    /// <summary>What a business wants to reach.</summary>
    Goal,

    /// <summary>Any words; those that mean one of the options become that option.</summary>
    Text,

    /// <summary>One of the options, and nothing else.</summary>
    Choice,
}

/// <summary>A field that a playbook has asked.</summary>
public sealed record FieldSpec
{
    /// <summary>The field.</summary>
    public required Field Field { get; init; }

    /// <summary>How its answer is read.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>Whether a booking needs it. What it does not need is asked once.</summary>
    public bool Required { get; init; } = true;

    /// <summary>What it is called in the note that a booking leaves, by language.</summary>
    public IReadOnlyDictionary<string, string> Label { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What the model is told of it, English.</summary>
    public string? Hint { get; init; }

    /// <summary>Name or key of the contact's custom field. Null: <c>Crm:Fields</c> for standard fields, else its key.</summary>
    public string? CrmField { get; init; }

    /// <summary>Beginnings of words, any language, that show that a question asks for it. Empty: any question may.</summary>
    public IReadOnlyList<string> QuestionWords { get; init; } = [];

    /// <summary>What the answer may be. Where a message means several, the one that stands first counts.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>The key of the line that asks for it.</summary>
    public string AskLine => $"ask{LineName}";

    /// <summary>The key of the line that asks a silent lead for it again.</summary>
    public string NudgeLine => $"nudge{LineName}";

    private string LineName => $"{char.ToUpperInvariant(Field.Key[0])}{Field.Key[1..]}";
}

/// <summary>An answer that a field may have.</summary>
public sealed record FieldOption
{
    /// <summary>The value, as it is written into the CRM.</summary>
    public required string Value { get; init; }

    /// <summary>Words that mean it wherever they stand, in any language.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words that mean it only in answer to the question: "no", "ninguno".</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
}
