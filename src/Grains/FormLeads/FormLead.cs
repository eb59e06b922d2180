using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.FormLeads;

/// <summary>What a lead filled in on a Meta form.</summary>
internal sealed record FormLead(string? Name, string? Email, string? Phone, decimal? MonthlyBudgetUsd)
{
    private static readonly string[] BudgetWords = ["budget", "presupuesto", "invert", "invest"];

    /// <summary>Whether Meta's own test tool made it: its values are dummies, nobody is to be written to.</summary>
    public bool IsTest { get; private init; }

    /// <summary>Reads the answers by Meta's standard keys; a budget question is known by its words.</summary>
    public static FormLead From(IReadOnlyDictionary<string, string> answers, DateTimeOffset now)
    {
        var name = answers.GetValueOrDefault("full_name")
            ?? string.Join(' ', new[] { answers.GetValueOrDefault("first_name"), answers.GetValueOrDefault("last_name") }.Where(n => !string.IsNullOrWhiteSpace(n)));
        var budget = answers.FirstOrDefault(a => BudgetWords.Any(w => a.Key.Contains(w, StringComparison.OrdinalIgnoreCase))).Value;
        return new FormLead(Text(name), Text(answers.GetValueOrDefault("email"))?.ToLowerInvariant(), Text(answers.GetValueOrDefault("phone_number")), Budget(budget, now))
        {
            IsTest = answers.Values.Any(v => v.StartsWith("<test lead", StringComparison.OrdinalIgnoreCase)),
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static decimal? Budget(string? answer, DateTimeOffset now) => answer is null ? null : Reader.Read(new Utterance
    {
        // Options of a form come as keys: 300_to_500.
        Text = answer.Replace('_', ' '),
        Asked = Field.Budget,
        LastReply = "¿Cuánto podrías invertir al mes, en dólares?",
        Now = now,
    }).Fields.MonthlyBudgetUsd;
}
