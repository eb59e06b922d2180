using System.Text.RegularExpressions;

namespace OutletBot.Agent;

/// <summary>
/// Finds the names of people, businesses and products that a reply mentions and nobody told María: they would be another lead's, or
/// invented.
/// </summary>
internal static partial class ProperNames
{
    // Written with a capital everywhere, and said by anybody in this trade.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "i", "im", "id", "ive", "ill", "m", "d", "ll", "ve", "ok", "whatsapp", "facebook", "instagram", "google", "meta", "tiktok", "youtube", "messenger", "zoom", "maps", "ads", "sms", "crm",
        "usd", "us", "usa", "eeuu", "ee", "uu", "ai", "ia", "seo", "pymes", "english", "spanish",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    };

    /// <summary>Whether every name in the reply stands in what the lead wrote, in what is known of them, or in what the location says of itself.</summary>
    public static bool AreGiven(string reply, Thought thought)
    {
        HashSet<string>? given = null;
        foreach (Match match in Word().Matches(reply))
        {
            if (!match.Value.Any(char.IsUpper) || (OpensASentence(reply, match.Index) && !match.Value.Skip(1).Any(char.IsUpper))) continue;
            given ??= GivenBy(thought);
            if (!Words.In(Words.Plain(match.Value)).All(word => Common.Contains(word) || given.Contains(word))) return false;
        }

        return true;
    }

    private static bool OpensASentence(string reply, int at)
    {
        var before = reply.AsSpan(0, at).TrimEnd(" \"“«(");
        return before.Length == 0 || !(char.IsLetterOrDigit(before[^1]) || before[^1] is ',' or ';' or '-' or '\'' or '’' or '/' or '&');
    }

    private static HashSet<string> GivenBy(Thought thought)
    {
        var (location, lead) = (thought.Location, thought.Lead);
        IEnumerable<string?> texts =
        [
            Said(thought.Text), thought.Summary, location.AgentName, location.BusinessFacts, location.Playbook.Role, location.Playbook.Appointment,
            .. thought.History.Select(spoken => spoken.ByLead ? Said(spoken.Text) : spoken.Text),
            .. location.Playbook.Fields.SelectMany(spec => spec.Label.Values.Append(lead[spec.Field]).Concat(spec.Options.Select(option => option.Value))),
        ];
        return texts.OfType<string>().SelectMany(text => Words.In(Words.Plain(text))).ToHashSet(StringComparer.Ordinal);
    }

    private static string Said(string text) => LeadWords.Honest(text) ?? text;

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
