using System.Net.Mail;
using System.Text.RegularExpressions;
using OutletBot.Conversations;
using OutletBot.Playbooks;
using OutletBot.Understanding;

namespace OutletBot.Agent;

/// <summary>Judges the fields that a model found: each must be well-formed and stand in what the lead wrote.</summary>
internal static partial class FieldGuard
{
    private const int NameLimit = 80;
    private const int PhraseLimit = 300;
    private const decimal BudgetLimit = 1_000_000;

    public static Lead Check(TurnLead found, Thought thought, Reading reading)
    {
        var evidence = LeadWords.Evidence(thought.Text);
        var proposed = reading.Intent == Intent.Confirm ? Words.Plain(thought.LastReply()) : "";
        var read = reading.Fields;
        return new()
        {
            Name = Name(found.Name, thought.Location.AgentName, $"{evidence}\n{proposed}") ?? read.Name,
            BusinessType = Phrase(found.BusinessType, $"{evidence}\n{proposed}") ?? read.BusinessType,
            Problem = Phrase(found.Problem, $"{evidence}\n{proposed}") ?? read.Problem,
            Goal = Phrase(found.Goal, $"{evidence}\n{proposed}") ?? read.Goal,
            MonthlyBudgetUsd = Sound(read.MonthlyBudgetUsd) ?? Budget(found.MonthlyBudgetUsd, evidence, proposed, thought, reading),
            Others = thought.Location.Playbook.Fields.Where(spec => spec.Kind is FieldKind.Text or FieldKind.Choice).Aggregate(FieldValues.None, (others, spec) =>
                others.With(spec.Field, Other(spec, found.Others[spec.Field], read.Others[spec.Field], $"{evidence}\n{proposed}", thought))),
            Email = Email(read.Email) ?? (reading.EmailToConfirm is null ? Grounded(Email(found.Email), evidence, proposed) : null),
        };
    }

    private static string? Name(string? name, string agent, string evidence)
    {
        var clean = Words.Clean(name ?? "", NameLimit + 1);
        if (clean.Length is 0 or > NameLimit || !PersonName().IsMatch(clean))
            return null;

        var parts = Words.In(Words.Plain(clean)).ToList();
        var said = Words.In(evidence).ToHashSet(StringComparer.Ordinal);
        return parts.Count is > 0 and <= 5 && !parts.SequenceEqual(Words.In(Words.Plain(agent))) && parts.All(said.Contains) ? clean : null;
    }

    // Models paraphrase: one content word in common, endings aside, shows that the thought is the lead's.
    private static string? Phrase(string? phrase, string evidence)
    {
        var clean = Words.Clean(phrase ?? "", PhraseLimit).ReplaceLineEndings(" ");
        if (clean.Length == 0 || LeadWords.IsInstruction(clean) || Link().IsMatch(clean))
            return null;

        return Shares(clean, evidence) ? clean : null;
    }

    private static bool Shares(string text, string evidence)
    {
        var said = Words.In(evidence).Select(Stem).ToHashSet(StringComparer.Ordinal);
        return Words.In(Words.Plain(text)).Any(word => word.Length >= 3 && !Small.Contains(word) && said.Contains(Stem(word)));
    }

    /// <summary>The rules are exact about options; the model's value counts where it is new, and the lead's own.</summary>
    private static string? Other(FieldSpec spec, string? found, string? read, string evidence, Thought thought)
    {
        if (found is null || spec.Options.Any(option => option.Value == read) || (thought.Lead.Has(spec.Field) && thought.Asked != spec.Field)) return read;
        if (OptionWords.Of(spec).Meant(found) is { } option)
            return Shares(string.Join(' ', [option.Value, .. option.Words]), evidence) ? option.Value : read;
        return spec.Kind == FieldKind.Choice ? read : Phrase(found, evidence) ?? read;
    }

    private static decimal? Budget(decimal? budget, string evidence, string proposed, Thought thought, Reading reading)
    {
        if (Sound(budget) is not { } value || reading.ForeignCurrency is not null)
            return null;
        if (proposed.Length > 0 && States(proposed, value))
            return value;

        // The rules saw this number and did not take it. That is overruled only where the talk is of the budget.
        var about = thought.Asked == Field.Budget || BudgetTalk().IsMatch(evidence);
        return about && !OtherMoney().IsMatch(evidence) && States(evidence, value) ? value : null;
    }

    private static bool States(string text, decimal value) => Figures.In(text).Any(figure => !figure.IsPercent && figure.Value == value);

    private static decimal? Sound(decimal? budget) => budget is > 0 and <= BudgetLimit ? budget : null;

    private static string? Email(string? email)
    {
        var clean = email?.Trim().ToLowerInvariant() ?? "";
        return clean.Length is > 0 and <= 254 && Address().IsMatch(clean) && MailAddress.TryCreate(clean, out var address) && address.Address == clean
            ? clean
            : null;
    }

    private static string? Grounded(string? email, string evidence, string proposed) =>
        email is not null && (Undictated(evidence).Contains(email, StringComparison.Ordinal) || proposed.Contains(email, StringComparison.Ordinal)) ? email : null;

    private static string Undictated(string evidence) =>
        evidence + '\n' + Blanks().Replace(Dot().Replace(At().Replace(evidence, "@"), "."), "");

    private static string Stem(string word) => word.Length > 4 ? word[..4] : word;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "los", "las", "del", "que", "una", "por", "para", "con", "mas", "muy", "sus", "mis", "the", "and", "for", "with", "more", "his", "her", "their", "not", "get", "has",
    };

    [GeneratedRegex(@"^\p{L}[\p{L}\p{M} .'’-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^[a-z0-9._%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(@"https?:|www\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(presupuesto|budget|inver\w+|gastar|destinar|spend|invest\w*|al mes|mensual\w*|por mes|monthly|month)\b|/ ?(mes|mo)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BudgetTalk();

    [GeneratedRegex(@"\b(rent\w*|vent\w+|vend\w+|factur\w+|gan(o|amos|ancia\w*)|sueldo|nomina|gaste|gastaba|pagu\w+|pagaba|invert(i|ia)\b|sales|sell\w*|revenue|salary|payroll|spent|paid|used to|semana\w*|week\w*|diari\w+|daily|dia|day|year\w*|ano|anual\w*|cuota|precio|cuesta|price)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OtherMoney();

    [GeneratedRegex(@"\s*\b(arroba|at)\b\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex At();

    [GeneratedRegex(@"\s*\b(punto|dot)\b\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dot();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
