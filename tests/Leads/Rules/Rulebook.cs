using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace OutletBot.Leads;

/// <summary>What holds for every message of the agent's to one lead, and for the lead's record at the end.</summary>
internal sealed partial class Rulebook(Persona lead, string location, Openings openings, IReadOnlyCollection<Person> everybody)
{
    private const int LongestReply = 500;

    private readonly Dictionary<string, int> _questions = new(StringComparer.Ordinal);
    private readonly HashSet<Ask> _given = [];
    private readonly Dictionary<string, int> _announced = new(StringComparer.Ordinal);
    private bool _optedOut;
    private Offered? _chosen;

    public List<string> Violations { get; } = [];

    /// <summary>Questions for what the lead had given already.</summary>
    public int AskedAgain { get; private set; }

    public void Said(Said said)
    {
        _given.UnionWith(said.Gives);
        if (said.Chooses is { } time) _chosen = time;
    }

    /// <summary>Checks a message, with the lead's record in GHL as it stands then.</summary>
    public void Check(Heard heard, JsonObject record)
    {
        Expect(!_optedOut, "something was said after the opt-out");
        _optedOut |= heard.Says("optOut");

        Expect(heard.Text.Count(c => c == '?') <= 1, "more than one question");
        Expect(ListLine().Replace(heard.Text, "").Length <= LongestReply, "longer than 500 characters");
        Expect(!heard.Text.Contains('{', StringComparison.Ordinal), "a place was left open");
        Expect(!EmojiRun().IsMatch(heard.Text), "a run of emoji");
        if (!lead.Me.Mixes) Expect(Tongue.Of(heard.Text) is not { } tongue || tongue == lead.Me.Language, $"not in the lead's language ({lead.Me.Language})");
        if (heard.Question is { } question)
        {
            var times = _questions[question] = _questions.GetValueOrDefault(question) + 1;
            Expect(times <= 2, "a question for the third time in the same words");
        }

        if (Known(record, heard.Ask) is { } known) Expect(false, $"asked for what the CRM has ({heard.Ask}: {known})");
        foreach (var time in heard.Times) Expect(openings.Has(location, time.Local), $"a time that is not in the calendar ({time.Local:ddd dd HH:mm})");
        foreach (var other in everybody.Where(other => other != lead.Me))
            Expect(!heard.Text.Contains(other.Email, StringComparison.OrdinalIgnoreCase) && !heard.Text.Contains(other.Name, StringComparison.OrdinalIgnoreCase), $"another lead's name or address ({other.Name})");
        var named = Pools.Firsts.Where(first => first != lead.Me.First && Regex.IsMatch(heard.Text, $@"\b{first}\b", RegexOptions.None, TimeSpan.FromSeconds(1))).ToArray();
        Expect(named.Length == 0, $"another name ({string.Join(", ", named)})");
        foreach (var key in heard.Keys) _announced[key] = _announced.GetValueOrDefault(key) + 1;
    }

    /// <summary>Whether the answer to all that was written asks for what was given plainly: it was not understood.</summary>
    public bool AsksAgain(Heard heard)
    {
        if (!_given.Contains(heard.Ask)) return false;
        AskedAgain++;
        return true;
    }

    /// <summary>Checks the record when the conversation is over.</summary>
    public void Close(JsonObject record, Ending ending)
    {
        string[] tags = [.. record["tags"]!.AsArray().Select(tag => (string)tag!)];
        JsonNode[] standing = [.. record["appointments"]!.AsArray().Where(one => (string)one!["status"]! is "confirmed" or "new" or "booked").Select(one => one!)];
        Expect(standing.Length <= 1, $"{standing.Length} appointments");
        Expect(_announced.GetValueOrDefault("booked") <= 1, "more than one confirmation");
        Expect(_announced.GetValueOrDefault("optOut") <= 1, "more than one opt-out confirmation");
        if (_announced.ContainsKey("optOut")) Expect(tags.Contains("opted-out"), "opted out without its tag");
        if (_announced.ContainsKey("handOver") || _announced.ContainsKey("human")) Expect(tags.Contains("needs-human"), "handed off without its tag");
        if (ending == Ending.Booked)
        {
            Expect(tags.Contains(lead.Me.IsPatient ? "qualified-patient" : "qualified-lead") && tags.Contains("appointment-scheduled"), "booked without its tags");
            Expect(!tags.Contains("nurture-lead"), "booked, and in nurture");
            Expect(string.Equals((string?)record["email"], lead.Me.Email, StringComparison.OrdinalIgnoreCase), $"the record's e-mail is {(string?)record["email"]}");
            Expect(((string?)record["name"] ?? "").StartsWith(lead.Me.First, StringComparison.OrdinalIgnoreCase), $"the record's name is {(string?)record["name"]}");
            if (_chosen is { } chosen) Expect(openings.Local((DateTimeOffset)standing[0]["start"]!) == chosen.Local, "booked at another time than was chosen");
        }

        if (ending == Ending.Nurture) Expect(tags.Contains("nurture-lead") && !tags.Contains("qualified-lead"), "nurture without its tag alone");
    }

    public void Expect(bool holds, string otherwise)
    {
        if (!holds) Violations.Add(otherwise);
    }

    private static string? Known(JsonObject record, Ask ask)
    {
        var fields = record["customFields"]!;
        var value = ask switch
        {
            Ask.Name => (string?)record["name"],
            Ask.Email => (string?)record["email"],
            Ask.Business => (string?)fields["Business Type"],
            Ask.Problem => (string?)fields["Problem"],
            Ask.Goal => (string?)fields["Goal"],
            Ask.Budget => (string?)fields["Budget"],
            Ask.Treatment => (string?)fields["Treatment"],
            Ask.Insurance => (string?)fields["Insurance"],
            _ => null,
        };
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    [GeneratedRegex(@"^\d+\. .*$", RegexOptions.Multiline, 1000)]
    private static partial Regex ListLine();

    [GeneratedRegex(@"(?:\p{Cs}{2}\s*){3,}", RegexOptions.None, 1000)]
    private static partial Regex EmojiRun();
}
