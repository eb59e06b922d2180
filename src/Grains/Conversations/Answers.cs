using System.Globalization;
using OutletBot.Agent;
using OutletBot.Locations;
using OutletBot.Understanding;

namespace OutletBot.Conversations;

/// <summary>Answers what a lead asks, each thing by its passage of the business facts, without a model.</summary>
internal static class Answers
{
    private const int AtMost = 3;
    private const int LongestAlone = 300;
    private const int LongestTogether = 360;

    /// <summary>The answer to all that a message asks, without a question of its own.</summary>
    /// <param name="text">What the lead wrote.</param>
    /// <param name="topic">What it is about as a whole, for a message whose parts do not show it.</param>
    /// <param name="say">The agent's lines in the lead's language.</param>
    /// <param name="location">Whose facts these are.</param>
    /// <param name="language"><c>es</c> or <c>en</c>.</param>
    public static string To(string text, Topic? topic, Phrases say, LocationSettings location, string language)
    {
        var read = AskedReader.Read(text);
        IReadOnlyList<Asked> asked = read.Count > 0 && (read[0].Topic != Topic.Other || topic is null or Topic.Other) ? [.. read.Take(AtMost)] : [new(topic ?? Topic.Other, text)];
        var longest = asked.Count == 1 ? LongestAlone : LongestTogether / asked.Count;
        var found = asked.Select(one => One(one, say, location, language, longest)).Distinct(StringComparer.Ordinal).ToList();
        var answers = found.OfType<string>().ToList();
        // What is not known is said last, and only once.
        if (found.Contains(null)) answers.Add(say.Line("answerOther", 0));
        return string.Join(' ', answers);
    }

    private static string? One(Asked asked, Phrases say, LocationSettings location, string language, int longest) => asked.Topic switch
    {
        _ when AskedOfUs.Number(asked.Words) => say.Line("answerNumber", 0),
        _ when AskedOfUs.Language(asked.Words) => say.Line("answerLanguage", 0),
        // What she is, she says herself, whatever the facts tell of robots.
        Topic.Bot => say.Line("answerBot", 0),
        // A length is configured, and what the facts say of time is about results or opening hours.
        _ when AppointmentQuestion.AsksLength(asked.Words) => say.Line("answerLength", 0, ("minutes", location.SlotDuration.TotalMinutes.ToString("0", CultureInfo.InvariantCulture))),
        _ => BusinessFacts.Answer(asked.Words, asked.Topic, location.BusinessFacts, language, longest)
            ?? (AskedOfUs.Honesty(asked.Words) ? say.Line("answerHonest", 0)
                : say.Has($"answer{asked.Topic}") && asked.Topic != Topic.Other ? say.Line($"answer{asked.Topic}", 0) : null),
    };
}
