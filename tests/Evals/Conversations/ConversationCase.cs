using System.Text.Json;
using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Evals;

/// <summary>A message of the lead, seconds after the conversation's start.</summary>
/// <param name="AtSeconds">Seconds after <see cref="ConversationScript.Now"/>.</param>
/// <param name="Text">What was written.</param>
/// <param name="Gives">The fields that it gives, where the file says so.</param>
internal sealed record LeadMessage(double AtSeconds, string Text, IReadOnlyList<Field> Gives);

/// <summary>What the CRM holds of the lead before.</summary>
internal sealed record ContactBefore(Lead Lead, DateTimeOffset? Appointment, IReadOnlyList<string> Tags);

/// <summary>All that a run may know of a conversation.</summary>
/// <param name="Now">Second 0, with the location's offset.</param>
/// <param name="Contact">The CRM's contact.</param>
/// <param name="Calendar">Free times, in the order they are offered.</param>
/// <param name="Messages">The lead's messages, by time.</param>
internal sealed record ConversationScript(
    DateTimeOffset Now, ContactBefore Contact, IReadOnlyList<DateTimeOffset> Calendar, IReadOnlyList<LeadMessage> Messages)
{
    /// <summary>What the location asks.</summary>
    public Playbook Playbook { get; init; } = Playbook.Agency;
}

/// <summary>A conversation and what is to come of it.</summary>
internal sealed record ConversationCase
{
    public required string Id { get; init; }
    public required string Category { get; init; }
    public string Note { get; init; } = "";
    public required ConversationScript Script { get; init; }
    public required Expected Expect { get; init; }

    public static IReadOnlyList<ConversationCase> Load(string path) => DataFile.Load(path, Read);

    internal static ConversationCase Read(JsonElement line, int number)
    {
        var now = line.RequiredTime("now");
        var playbook = PlaybookOf(line.Text("playbook"));
        var fields = LeadLoading.FieldsOf(playbook);
        var messages = line.Array("messages").Select(message => MessageOf(message, fields)).OrderBy(message => message.AtSeconds).ToList();
        if (messages.Count == 0)
            throw new FormatException("\"messages\" is missing.");

        return new()
        {
            Id = line.Text("id") ?? $"line-{number}",
            Category = line.Text("category") ?? "none",
            Note = line.Text("note") ?? "",
            Script = new(now, ContactOf(line.Object("contact"), fields, now.Offset), line.Times("calendar", now.Offset), messages) { Playbook = playbook },
            Expect = Expected.Read(line.Object("expect") ?? throw new FormatException("\"expect\" is missing."), line.Object("alt"), fields, now.Offset),
        };
    }

    /// <summary>The agency, or the playbook that the line names; a file's path counts from the working directory.</summary>
    private static Playbook PlaybookOf(string? name) => name is null ? Playbook.Agency
        : PlaybookSource.Read(name) is { Playbook: { } playbook } ? playbook
        : throw new FormatException($"\"playbook\" cannot be used: {string.Join("; ", PlaybookSource.Read(name).Faults)}");

    private static ContactBefore ContactOf(JsonElement? contact, IReadOnlyList<Field> fields, TimeSpan offset) => contact is { } element
        ? new(LeadLoading.Lead(element, fields), element.Time("appointment", offset), [.. element.Array("tags").Select(Tag)])
        : new(Lead.Unknown, null, []);

    private static LeadMessage MessageOf(JsonElement message, IReadOnlyList<Field> fields) => new(
        (double)(message.Amount("atSeconds") ?? throw new FormatException("\"atSeconds\" is missing.")),
        message.RequiredText("text"),
        [.. message.Array("gives").Select(field => LeadLoading.FieldOf(field.GetString() ?? "", fields))]);

    internal static string Tag(JsonElement tag) => tag.ValueKind == JsonValueKind.String
        ? tag.GetString()!
        : throw new FormatException("a tag must be a string.");
}
