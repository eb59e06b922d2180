using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OutletBot.Leads;

/// <summary>The lines that the agent has, by which a lead understands what she says.</summary>
internal static partial class Lines
{
    private static readonly Dictionary<string, Ask> Asks = new(StringComparer.Ordinal)
    {
        ["askName"] = Ask.Name,
        ["askBusinessType"] = Ask.Business,
        ["askProblem"] = Ask.Problem,
        ["askGoal"] = Ask.Goal,
        ["askBudget"] = Ask.Budget,
        ["askBudgetInDollars"] = Ask.Budget,
        ["askEmail"] = Ask.Email,
        ["askTreatment"] = Ask.Treatment,
        ["askInsurance"] = Ask.Insurance,
        ["offerEnd"] = Ask.Slot,
        ["offerAgain"] = Ask.Slot,
        ["which"] = Ask.Slot,
        ["whichSuits"] = Ask.Slot,
        ["confirmEmail"] = Ask.Yes,
        ["propose"] = Ask.Yes,
        ["nurtureBack"] = Ask.Yes,
        ["anotherAppointment"] = Ask.Nothing,
    };

    private static readonly (string Key, Regex Pattern)[] Known = [.. Files().SelectMany(Read)];

    public static Heard Hear(string text)
    {
        var keys = Known.Where(line => line.Pattern.IsMatch(text)).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        var question = QuestionIn().Matches(text).LastOrDefault()?.Value.Trim();
        var asked = Asks.Where(ask => keys.Contains(ask.Key)).Select(ask => ask.Value).ToArray();
        return new()
        {
            Text = text,
            Keys = keys,
            Question = question,
            Ask = asked.Length > 0 ? asked[0] : question is null ? Ask.Nothing : Ask.Unknown,
            Times = [.. Listed().Matches(text).Select(match => new Offered(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture), TimeOf(match.Groups["t"].Value.Trim())))],
        };
    }

    /// <summary>The local time that a text names as the agent writes times.</summary>
    private static DateTime TimeOf(string text)
    {
        var english = char.IsUpper(text[0]);
        var culture = CultureInfo.GetCultureInfo(english ? "en-US" : "es-MX");
        var format = english ? "dddd, MMMM d, h:mm tt" : "dddd d 'de' MMMM, h:mm";
        var plain = english ? text.Replace(" am", " AM", StringComparison.Ordinal).Replace(" pm", " PM", StringComparison.Ordinal) : text[..^3];
        // The year is not said: it is the one in which the day of the week is right.
        var now = TimeProvider.System.GetUtcNow().Year;
        foreach (var year in new[] { now, now + 1 })
        {
            if (!DateTime.TryParseExact($"{year} {plain}", $"yyyy {format}", culture, DateTimeStyles.None, out var time)) continue;
            return !english && text.EndsWith("pm", StringComparison.Ordinal) && time.Hour < 12 ? time.AddHours(12) : time;
        }

        throw new FormatException($"'{text}' is no time as the agent writes them.");
    }

    private static string[] Files() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "lines"), "*.json");

    private static IEnumerable<(string Key, Regex Pattern)> Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var root = document.RootElement;
        JsonElement[] packs = Path.GetFileName(file).StartsWith("phrases.", StringComparison.Ordinal) ? [root]
            : root.TryGetProperty("phrases", out var phrases) ? [.. phrases.EnumerateObject().Select(language => language.Value)] : [];
        return [.. packs.SelectMany(pack => pack.EnumerateObject()).SelectMany(line => line.Value.EnumerateArray().Select(wording => (line.Name, PatternOf(wording.GetString()!))))];
    }

    private static Regex PatternOf(string wording) =>
        new(Place().Replace(Regex.Escape(wording), ".+?"), RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"\\\{\w+}", RegexOptions.None, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"¿[^?]+\?|[^.!?:\n¿]+\?", RegexOptions.None, 1000)]
    private static partial Regex QuestionIn();

    [GeneratedRegex(@"^(?<n>\d+)\. (?<t>.+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Listed();
}
