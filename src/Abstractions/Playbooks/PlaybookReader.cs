using System.Globalization;
using System.Text.Json.Nodes;

namespace OutletBot.Playbooks;

/// <summary>Turns a playbook's JSON into a playbook, and names all that is wrong with it.</summary>
internal sealed class PlaybookReader(string name, PlaybookFaults faults)
{
    private static readonly string[] Properties =
        ["role", "tone", "appointment", "agentName", "businessFacts", "businessFactsFile", "language", "minimumBudget", "slotCount", "daysAhead", "slotDuration", "tags", "fields", "phrases", "extends", "$schema"];

    private static readonly string[] Tags = ["qualified", "nurture", "scheduled", "notInterested", "optedOut", "needsHuman"];

    /// <summary>The playbook; its values count only when there is no fault.</summary>
    public Playbook Read(JsonObject document)
    {
        faults.Unknown(document, "", Properties);
        var playbook = new Playbook
        {
            Name = name,
            Role = Needed(document, "role", "who receives the patients of a dental clinic by WhatsApp and SMS"),
            Tone = Needed(document, "tone", "Warm and calm."),
            Appointment = Needed(document, "appointment", "a visit"),
            AgentName = document.Text("agentName", "", faults),
            BusinessFacts = document.Text("businessFacts", "", faults),
            Language = document.Text("language", "", faults),
            MinimumBudget = Number(document, "minimumBudget", 0, 1_000_000),
            SlotCount = (int?)Number(document, "slotCount", 1, 10, whole: true),
            DaysAhead = (int?)Number(document, "daysAhead", 1, 31, whole: true),
            SlotDuration = Duration(document),
            Tags = TagsOf(document),
            Fields = new FieldSpecReader(faults).Read(document),
            Phrases = Phrases(document),
        };
        if (playbook.Language is { } language && !Playbook.Languages.Contains(language))
            faults.Add("language", $"'{language}' is not spoken here", "\"language\": \"es\"");
        return playbook;
    }

    private string Needed(JsonObject document, string key, string example)
    {
        var text = document.Text(key, "", faults);
        if (text is null) faults.Add(key, "must not be empty", $"\"{key}\": \"{example}\"");
        return text ?? "";
    }

    private decimal? Number(JsonObject document, string key, decimal least, decimal most, bool whole = false)
    {
        if (document[key] is not { } node) return null;
        if (node is JsonValue value && value.TryGetValue<decimal>(out var number) && number >= least && number <= most && (!whole || number == decimal.Truncate(number))) return number;
        faults.Add(key, FormattableString.Invariant($"{node.ToJsonString()} is not a {(whole ? "whole " : "")}number between {least} and {most}"), FormattableString.Invariant($"\"{key}\": {Math.Max(least, 5)}"));
        return null;
    }

    private TimeSpan? Duration(JsonObject document)
    {
        if (document.Text("slotDuration", "", faults) is not { } text) return null;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) && duration >= TimeSpan.FromMinutes(1) && duration <= TimeSpan.FromDays(1)) return duration;
        faults.Add("slotDuration", $"'{text}' is not a duration between 00:01:00 and 1.00:00:00", "\"slotDuration\": \"00:45:00\"");
        return null;
    }

    private PlaybookTags TagsOf(JsonObject document)
    {
        if (document.Part("tags", faults) is not { } tags) return new();
        faults.Unknown(tags, "tags", Tags);
        var standard = new PlaybookTags();
        var read = new PlaybookTags
        {
            Qualified = Tag("qualified", standard.Qualified),
            Nurture = Tag("nurture", standard.Nurture),
            Scheduled = Tag("scheduled", standard.Scheduled),
            NotInterested = Tag("notInterested", standard.NotInterested),
            OptedOut = Tag("optedOut", standard.OptedOut),
            NeedsHuman = Tag("needsHuman", standard.NeedsHuman),
        };
        if (read.All.GroupBy(tag => tag).FirstOrDefault(same => same.Count() > 1) is { } twice)
            faults.Add("tags", $"'{twice.Key}' stands for two things", "\"tags\": { \"qualified\": \"new-patient\" }");
        return read;

        string Tag(string key, string otherwise)
        {
            if (!tags.ContainsKey(key)) return otherwise;
            var text = tags.Text(key, "tags", faults)?.Trim().ToLowerInvariant();
            if (string.IsNullOrEmpty(text)) faults.Add($"tags.{key}", "must not be empty", $"\"{key}\": \"{otherwise}\"");
            return text ?? otherwise;
        }
    }

    private Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Phrases(JsonObject document)
    {
        var read = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);
        if (document.Part("phrases", faults) is not { } phrases) return read;
        faults.Unknown(phrases, "phrases", [.. Playbook.Languages]);
        foreach (var language in Playbook.Languages)
        {
            if (phrases.Part(language, faults, "phrases.") is { } lines)
                read[language] = lines.ToDictionary(line => line.Key, line => lines.Texts(line.Key, $"phrases.{language}.", faults, mayBeEmpty: false), StringComparer.Ordinal);
        }

        return read;
    }
}
