using System.Globalization;
using OutletBot.Conversations;

namespace OutletBot.Replay;

/// <summary>Tells two answers apart, by what matters to a lead and to the CRM.</summary>
internal static class Differing
{
    public static IEnumerable<string> Between(Answer then, Answer now)
    {
        if (!then.Replies.SequenceEqual(now.Replies)) yield return "reply";
        if (then.Stage is { } stage && stage != now.Stage) yield return $"stage: {stage} → {now.Stage}";
        if (then.Lead is { } known)
        {
            foreach (var field in FieldsOf(known).Union(FieldsOf(now.Lead!)))
                if (known[field] != now.Lead![field]) yield return $"{field.Key}: {known[field] ?? "–"} → {now.Lead[field] ?? "–"}";
            if (then.Appointment != now.Appointment) yield return $"appointment: {Time(then.Appointment)} → {Time(now.Appointment)}";
        }
    }

    private static IEnumerable<Field> FieldsOf(Lead lead) => [.. Field.Standard, .. lead.Others.All.Select(value => new Field(value.Key))];

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) ?? "–";
}
