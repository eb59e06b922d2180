using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using OutletBot.Agent;
using OutletBot.Locations;

namespace OutletBot.Conversations;

/// <summary>What the agent says in a language: lines by key, several wordings each, with places to fill in.</summary>
/// <remarks>The lines are data (<c>phrases.es.json</c>, <c>phrases.en.json</c>), so that a language is added without code.</remarks>
internal sealed class Phrases
{
    /// <summary>Characters of a reply, the list of times aside.</summary>
    public const int LongestReply = 500;

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string[]>> Packs = new();

    private readonly IReadOnlyDictionary<string, string[]> _standard;
    private readonly LocationSettings _location;
    private readonly string _language;

    private Phrases(string language, LocationSettings location)
    {
        _language = language;
        _location = location;
        _standard = Standard(language);
    }

    public string Zone => LocalTimes.WriteZone(_location.TimeZone, _language);

    public static Phrases For(string language, LocationSettings location) => new(language == "en" ? "en" : "es", location);

    /// <summary>The lines that are said where the playbook has none of its own.</summary>
    public static IReadOnlyDictionary<string, string[]> Standard(string language) => Packs.GetOrAdd(language, Load);

    /// <summary>A line in one of its wordings; the next number gives the next wording.</summary>
    public string Line(string key, long wording, params (string Name, string Value)[] values)
    {
        var wordings = Lines(key) ?? throw new InvalidOperationException($"There is no line '{key}' in '{_language}'.");
        var text = new StringBuilder(wordings[(int)(wording % wordings.Count)]);
        text.Replace("{agent}", _location.AgentName)
            .Replace("{minimum}", _location.MinimumBudget.ToString("0.##", CultureInfo.InvariantCulture));
        foreach (var (name, value) in values) text.Replace($"{{{name}}}", value);
        return text.ToString();
    }

    /// <summary>The question for a field; never the same words twice in a row.</summary>
    public string Question(Field field, int asked) => Line(_location.Playbook.Find(field)?.AskLine ?? throw new InvalidOperationException($"'{field}' is not asked here."), asked);

    /// <summary>How the agent introduces herself, by the lead's name where it is known.</summary>
    public string Greeting(Lead lead) => lead.Name is { } name ? Line("greetingByName", 0, ("name", FirstName(name))) : Line("greeting", 0);

    /// <summary>How the agent takes up the conversation again, by the lead's name where it is known.</summary>
    public string Welcome(string key, Lead lead, int wording = 0) =>
        lead.Name is { } name && Has($"{key}ByName") ? Line($"{key}ByName", wording, ("name", FirstName(name))) : Line(key, wording);

    /// <summary>A word that shows that the answer was heard. Nobody is met twice by the same name.</summary>
    public string? Acknowledge(Lead given, Lead before, long turn) =>
        given.Name is { } name && (before.Name is null || FirstName(before.Name) != FirstName(name)) ? Line("gladToMeet", turn, ("name", FirstName(name)))
        : given.Problem is not null ? Line("understandProblem", turn)
        : given == Lead.Unknown ? null
        : Line("acknowledge", turn);

    /// <summary>The answer to a question, from the business facts where they hold it.</summary>
    public string Answer(string question, Topic? topic) => Answers.To(question, topic, this, _location, _language);

    /// <summary>Whether there is such a line.</summary>
    public bool Has(string key) => Lines(key) is not null;

    /// <summary>How many wordings a line has.</summary>
    public int Wordings(string key) => Lines(key)?.Count ?? 0;

    /// <summary>How many wordings the question for a field has.</summary>
    public int Questions(Field field) => _location.Playbook.Find(field) is { } spec ? Wordings(spec.AskLine) : 0;

    public string Time(DateTimeOffset time) => LocalTimes.Write(time, _language);

    public string Day(DateTimeOffset time) => LocalTimes.WriteDay(time, _language);

    /// <summary>Times as a numbered list; <paramref name="numberedBy"/> gives the numbers of an earlier list.</summary>
    public string List(IReadOnlyList<DateTimeOffset> times, IReadOnlyList<DateTimeOffset>? numberedBy = null) =>
        string.Join('\n', times.Select((t, i) => $"{(numberedBy is null ? i : IndexOf(numberedBy, t)) + 1}. {Time(t)}"));

    /// <summary>Joins the parts of a reply; where both together are longer than a reply may be, the opening is cut.</summary>
    public static string Join(string? opening, string rest) => opening is null ? rest
        : opening.Length + 1 + rest.Length <= LongestReply ? $"{opening} {rest}"
        : $"{BusinessFacts.Shorten(opening, Math.Max(1, LongestReply - 1 - rest.Length))} {rest}";

    /// <summary>The playbook's wordings of a line, or else the standard ones.</summary>
    private IReadOnlyList<string>? Lines(string key) => _location.Playbook.Lines(_language, key) ?? _standard.GetValueOrDefault(key);

    private static int IndexOf(IReadOnlyList<DateTimeOffset> times, DateTimeOffset time) => times.TakeWhile(t => t != time).Count();

    private static string FirstName(string name) => name.Split(' ', 2)[0];

    private static Dictionary<string, string[]> Load(string language)
    {
        using var stream = typeof(Phrases).Assembly.GetManifestResourceStream($"phrases.{language}.json")
            ?? throw new InvalidOperationException($"There are no phrases for '{language}'.");
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(stream)!;
    }
}
