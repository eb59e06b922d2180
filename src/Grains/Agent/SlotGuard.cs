using System.Text.RegularExpressions;
using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Judges the model's choice of a time. A wrong booking is worse than asking again, so the rules' reading stands.</summary>
internal static partial class SlotGuard
{
    public static SlotReading Check(int? proposed, Intent intent, Thought thought, Reading reading)
    {
        if (reading.Slot.Match != SlotMatch.None || proposed is not { } number || number < 1 || number > thought.Offered.Count
            || intent is not (Intent.Other or Intent.Answer or Intent.ChooseSlot))
        {
            return reading.Slot;
        }

        return Speaks(LeadWords.Evidence(thought.Text), number, thought.Offered[number - 1])
            ? new(SlotMatch.One, [number - 1])
            : reading.Slot;
    }

    // The lead must have named something of the time, and nothing that speaks against it.
    private static bool Speaks(string evidence, int number, DateTimeOffset slot)
    {
        var named = false;
        foreach (Match match in Digits().Matches(evidence))
        {
            var said = int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture);
            if (said != number && said != slot.Day && said != slot.Hour && said != (slot.Hour + 11) % 12 + 1 && said != slot.Minute)
                return false;
            named = true;
        }

        foreach (var day in Moments.WeekdaysIn(evidence))
        {
            if (day != slot.DayOfWeek)
                return false;
            named = true;
        }

        return named && !Alternatives().IsMatch(evidence);
    }

    [GeneratedRegex(@"\d{1,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\b(o|or|u|ni|no|not|tampoco|neither)\b|\?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Alternatives();
}
