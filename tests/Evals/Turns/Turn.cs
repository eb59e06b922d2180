using System.Text.Json;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>A labelled message of a lead in its context.</summary>
internal sealed record Turn
{
    public required string Id { get; init; }
    public required string Category { get; init; }
    public string Note { get; init; } = "";
    public string Source { get; init; } = "";
    public required string LastBotMessage { get; init; }
    public required string CustomerMessage { get; init; }
    public required Lead Known { get; init; }
    public DateTimeOffset? Appointment { get; init; }
    public required IReadOnlyList<DateTimeOffset> OfferedSlots { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>Labels by field; a field that is absent is not scored.</summary>
    public required IReadOnlyDictionary<Field, Label> Fields { get; init; }

    /// <summary>Values that a field must not take.</summary>
    public required IReadOnlyDictionary<Field, Label> Forbidden { get; init; }

    /// <summary>Right slots, the label first, null among them when none may be chosen; null when slots are not scored.</summary>
    public IReadOnlyList<int?>? Slots { get; init; }

    /// <summary>Right classes, the label first; null when the intent is not scored.</summary>
    public IReadOnlyList<string>? Intents { get; init; }

    /// <summary>Classes that the intent must not be.</summary>
    public IReadOnlyList<string> ForbiddenIntents { get; init; } = [];

    public static IReadOnlyList<Turn> Load(string path) => DataFile.Load(path, Read);

    internal static Turn Read(JsonElement line, int number)
    {
        var now = line.RequiredTime("now");
        var known = line.Object("known") ?? default;
        var expect = line.Object("expect") ?? throw new FormatException("\"expect\" is missing.");
        var (alternatives, forbidden) = (line.Object("alt"), line.Object("expectNot"));
        var offered = line.Times("offeredSlots", now.Offset);

        return new()
        {
            Id = line.Text("id") ?? $"line-{number}",
            Category = line.Text("category") ?? "none",
            Note = line.Text("note") ?? "",
            Source = line.Text("source") ?? "",
            LastBotMessage = line.Text("lastBotMessage") ?? "",
            CustomerMessage = line.RequiredText("customerMessage"),
            Known = known.ValueKind == JsonValueKind.Object ? LeadLoading.Lead(known) : Lead.Unknown,
            Appointment = known.ValueKind == JsonValueKind.Object ? known.Time("appointment", now.Offset) : null,
            OfferedSlots = offered,
            Now = now,
            Fields = Labels(field => Label.Read(expect, field, alternatives)),
            Forbidden = Labels(field => forbidden?.Value(field.Key) is { } values ? Label.Forbidden(values, field) : null),
            Slots = SlotsOf(expect, alternatives, offered.Count),
            Intents = IntentsOf(expect, alternatives),
            ForbiddenIntents = [.. Label.Values(forbidden?.Value("intent")).Select(ClassOf)],
        };
    }

    private static Dictionary<Field, Label> Labels(Func<Field, Label?> read) => LeadLoading.Fields
        .Select(field => (Field: field, Label: read(field)))
        .Where(pair => pair.Label is not null)
        .ToDictionary(pair => pair.Field, pair => pair.Label!);

    private static List<int?>? SlotsOf(JsonElement expect, JsonElement? alternatives, int offered)
    {
        if (!expect.Has("selectedSlot"))
            return null;

        List<int?> slots = [SlotOf(expect.GetProperty("selectedSlot")), .. Label.Values(alternatives?.Value("selectedSlot")).Select(SlotOf)];

        return slots.TrueForAll(slot => slot is null || (slot >= 0 && slot < offered))
            ? slots
            : throw new FormatException($"\"selectedSlot\" must be an index into the {offered} offered slots, from 0.");
    }

    private static int? SlotOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : JsonLine.WholeOf(value, "selectedSlot");

    private static IReadOnlyList<string>? IntentsOf(JsonElement expect, JsonElement? alternatives) => expect.Value("intent") is { } intent
        ? [ClassOf(intent), .. Label.Values(alternatives?.Value("intent")).Select(ClassOf)]
        : null;

    private static string ClassOf(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? IntentClass.OfLabel(value.GetString()!)
        : throw new FormatException("\"intent\" must be a string.");
}
