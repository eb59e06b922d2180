using System.Globalization;
using System.Text.RegularExpressions;

namespace OutletBot.Simulator.OpenAi;

/// <summary>What the stand-in hears in a lead's text.</summary>
internal sealed record Heard
{
    public string? Name { get; init; }

    public string? BusinessType { get; init; }

    public string? Problem { get; init; }

    public string? Goal { get; init; }

    public decimal? Budget { get; init; }

    public string? Email { get; init; }

    public int? Slot { get; init; }

    public string Intent { get; init; } = "answer";

    public bool Has(string field) => field switch
    {
        "name" => Name is not null,
        "businessType" => BusinessType is not null,
        "problem" => Problem is not null,
        "goal" => Goal is not null,
        "budget" => Budget is not null,
        "email" => Email is not null,
        _ => false,
    };
}

/// <summary>A few patterns, enough for a lead who answers what is asked. No model, and no rival to the bot's own reader.</summary>
internal static partial class Hearing
{
    private static readonly (string Words, decimal Amount)[] Amounts =
    [
        ("dos mil", 2000), ("tres mil", 3000), ("mil quinientos", 1500), ("doscientos", 200), ("trescientos", 300), ("cuatrocientos", 400),
        ("quinientos", 500), ("seiscientos", 600), ("setecientos", 700), ("ochocientos", 800), ("novecientos", 900), ("mil", 1000), ("cien", 100),
        ("five hundred", 500), ("three hundred", 300), ("two hundred", 200), ("a thousand", 1000), ("one thousand", 1000), ("a hundred", 100),
    ];

    private static readonly string[][] Ordinals =
        [["primer", "first"], ["segund", "second"], ["tercer", "third"], ["cuart", "fourth"], ["quint", "fifth"]];

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
        { "el", "la", "un", "una", "de", "dueño", "dueña", "hola", "hi", "hello", "si", "sí", "no", "ok", "the", "a", "an", "interested", "looking", "gracias", "buenas", "buenos" };

    public static Heard Hear(string text, TurnState state)
    {
        var asked = state.Missing.Count > 0 ? state.Missing[0] : null;
        var slot = state.Offered.Count > 0 ? Slot(text, state.Offered) : null;
        var email = Email().Match(text) is { Success: true } address ? address.Value.TrimEnd('.') : null;
        var heard = new Heard
        {
            Name = Name(text, asked),
            BusinessType = Business().Match(text) is { Success: true } business ? business.Groups["kind"].Value.Trim() : null,
            Problem = Problem().Match(text) is { Success: true } problem ? problem.Value.Trim() : null,
            Goal = Goal().Match(text) is { Success: true } goal ? goal.Groups["goal"].Value.Trim() : null,
            Budget = email is null && slot is null ? Money(text, asked == "budget") : null,
            Email = email,
            Slot = slot,
            Intent = Intent(text, slot),
        };
        return heard.Intent == "answer" ? Answered(heard, text.Trim(), asked) : heard;
    }

    /// <summary>A free text answers the question that was asked, when it said nothing else.</summary>
    private static Heard Answered(Heard heard, string text, string? asked)
    {
        if (heard.Name is not null || heard.Email is not null || heard.Budget is not null || Greeting().IsMatch(text) || text.Length < 4)
            return heard;

        var brief = text.Split(' ').Length <= 4 && !text.StartsWith("no ", StringComparison.OrdinalIgnoreCase);
        return asked switch
        {
            "businessType" when heard.BusinessType is null && brief => heard with { BusinessType = text },
            "businessType" or "problem" when heard.BusinessType is null => heard with { Problem = text },
            "goal" => heard with { Goal = text },
            _ => heard,
        };
    }

    private static string? Name(string text, string? asked)
    {
        if (Introduced().Match(text) is { Success: true } match && !NoNames.Contains(match.Groups["name"].Value.Split(' ')[0]))
            return match.Groups["name"].Value;
        return asked == "name" && BareName().IsMatch(text.Trim()) && !text.Trim().Split(' ').Any(NoNames.Contains) && !Greeting().IsMatch(text) ? text.Trim() : null;
    }

    private static decimal? Money(string text, bool asked)
    {
        var about = asked || MoneyWords().IsMatch(text);
        if (!about)
            return null;
        if (Digits().Matches(text) is { Count: > 0 } numbers)
            return numbers.Select(Amount).Max();
        var found = Amounts.FirstOrDefault(one => Regex.IsMatch(text, $@"\b{one.Words}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
        return found.Words is null ? null : found.Amount;
    }

    private static decimal Amount(Match match)
    {
        var digits = match.Groups["amount"].Value.Replace(",", "", StringComparison.Ordinal);
        if (Regex.IsMatch(digits, @"^\d{1,3}(?:\.\d{3})+$", RegexOptions.CultureInvariant))
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        var amount = decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return match.Groups["thousands"].Success ? amount * 1000 : amount;
    }

    private static int? Slot(string text, IReadOnlyList<(int Number, string Text)> offered)
    {
        if (BareNumber().Match(text) is { Success: true } bare && int.Parse(bare.Groups["number"].Value, CultureInfo.InvariantCulture) is var number && offered.Any(one => one.Number == number))
            return number;
        for (var at = 0; at < Ordinals.Length; at++)
        {
            if (Ordinals[at].Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) && offered.Any(one => one.Number == at + 1))
                return at + 1;
        }

        var words = Word().Matches(text).Select(word => word.Value).Where(word => word.Length > 3 || char.IsDigit(word[0])).ToList();
        var fitting = offered.Where(one => words.Any(word => Regex.IsMatch(one.Text, $@"\b{Regex.Escape(word)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))).ToList();
        return fitting.Count == 1 ? fitting[0].Number : null;
    }

    private static string Intent(string text, int? slot) => text switch
    {
        _ when OptOut().IsMatch(text) => "opt_out",
        _ when Human().IsMatch(text) => "human",
        _ when NotInterested().IsMatch(text) => "not_interested",
        _ when Reschedule().IsMatch(text) => "reschedule",
        _ when Cancel().IsMatch(text) => "cancel",
        _ when MoreSlots().IsMatch(text) => "more_slots",
        _ when slot is not null => "choose_slot",
        _ when text.TrimEnd().EndsWith('?') => "question",
        _ => "answer",
    };

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?:\bsoy|\bme llamo|\bmi nombre es|\bi'?m|\bi am|\bmy name is)\s+(?<name>[\p{L}'-]+(?-i:\s+\p{Lu}[\p{L}'-]+)?)", Loose)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"^[\p{L}'-]+(?:\s[\p{L}'-]+){0,2}$", Loose)]
    private static partial Regex BareName();

    [GeneratedRegex(@"\b(?:tengo|dueñ[oa] de|manejo|i have|i own|i run)\s+(?:un|una|mi|el|la|a|an|my)\s+(?<kind>[\p{L} ]{3,40}?)(?=[,.;!?\n]|\s+(?:y|en|con|que|and|in|with)\b|$)", Loose)]
    private static partial Regex Business();

    [GeneratedRegex(@"\b(?:no me llegan|me faltan|no tengo suficientes|mi problema es|my problem is|not enough|i don't get)\b[^.;\n]{0,120}", Loose)]
    private static partial Regex Problem();

    [GeneratedRegex(@"\b(?:quiero|quisiera|me gustaría|mi meta es|i want|i'd like|my goal is)\s+(?<goal>[^.;\n]{4,120})", Loose)]
    private static partial Regex Goal();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", Loose)]
    private static partial Regex Email();

    [GeneratedRegex(@"\$|\b(?:usd|d[oó]lares|dollars|al mes|mensual\w*|presupuesto|budget|a month|per month|monthly)\b", Loose)]
    private static partial Regex MoneyWords();

    [GeneratedRegex(@"(?<amount>\d[\d.,]*\d|\d)\s*(?<thousands>k\b|mil\b)?", Loose)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\D*\b(?<number>\d{1,2})\b\D*$", Loose)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"[\p{L}\d:]+", Loose)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\W*(?:hola|buen[oa]s(?:\s\w+)?|hi|hello|hey|qué tal)\W*$", Loose)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^\W*(?:stop|baja|alto|unsubscribe)\W*$|no me escrib\w+ más|stop messaging", Loose)]
    private static partial Regex OptOut();

    [GeneratedRegex(@"\b(?:humano|persona real|un asesor|human|real person)\b", Loose)]
    private static partial Regex Human();

    [GeneratedRegex(@"no me interesa|d[eé]jame pensarlo|not interested", Loose)]
    private static partial Regex NotInterested();

    [GeneratedRegex(@"\b(?:reagendar|cambiar la (?:cita|hora)|reschedule)\b", Loose)]
    private static partial Regex Reschedule();

    [GeneratedRegex(@"\b(?:cancela\w*|cancel)\b", Loose)]
    private static partial Regex Cancel();

    [GeneratedRegex(@"\botr[oa]s? (?:hora|horario|d[ií]a)s?\b|\bother times?\b", Loose)]
    private static partial Regex MoreSlots();
}
