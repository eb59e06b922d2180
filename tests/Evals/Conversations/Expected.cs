using System.Text.Json;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>What is to come of a conversation; what is null is not scored.</summary>
internal sealed record Expected
{
    public static IReadOnlyList<string> Outcomes { get; } = ["booked", "nurture", "opted_out", "in_progress"];

    public required IReadOnlyDictionary<Field, Label> FinalLead { get; init; }
    public string? Outcome { get; init; }

    /// <summary>Right times; an empty list when nothing may be booked.</summary>
    public IReadOnlyList<DateTimeOffset>? BookedSlot { get; init; }
    public int? NewAppointments { get; init; }
    public int? MinReplies { get; init; }
    public int? MaxReplies { get; init; }
    public IReadOnlyList<Field> MustNotAskAgain { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> TagsNot { get; init; } = [];

    internal static Expected Read(JsonElement expect, JsonElement? alternatives, IReadOnlyList<Field> fields, TimeSpan offset)
    {
        var outcome = expect.Text("outcome");
        if (outcome is not null && !Outcomes.Contains(outcome, StringComparer.Ordinal))
            throw new FormatException($"\"outcome\" must be one of {string.Join(", ", Outcomes)}; it is \"{outcome}\".");

        var lead = expect.Object("finalLead");
        var labels = fields
            .Select(field => (Field: field, Label: lead is { } labelled ? Label.Read(labelled, field, alternatives) : null))
            .Where(pair => pair.Label is not null)
            .ToDictionary(pair => pair.Field, pair => pair.Label!);

        return new()
        {
            FinalLead = labels,
            Outcome = outcome,
            BookedSlot = expect.Has("bookedSlot")
                ? [.. Label.Values(expect.Value("bookedSlot")).Select(time => JsonLine.TimeOf(time, "bookedSlot", offset))]
                : null,
            NewAppointments = expect.Whole("newAppointments"),
            MinReplies = expect.Whole("minReplies"),
            MaxReplies = expect.Whole("maxReplies"),
            MustNotAskAgain = [.. expect.Array("mustNotAskAgain").Select(field => LeadLoading.FieldOf(ConversationCase.Tag(field), fields))],
            Tags = [.. expect.Array("tags").Select(ConversationCase.Tag)],
            TagsNot = [.. expect.Array("tagsNot").Select(ConversationCase.Tag)],
        };
    }
}
