using System.Text.RegularExpressions;
using OutletBot.Conversations;

namespace OutletBot.Agent;

/// <summary>Whether all that a reply states was given by code, by the lead or by the business facts.</summary>
internal static partial class ReplyClaims
{
    public static bool AreGiven(string reply, Thought thought, Reading reading)
    {
        var facts = thought.Location.BusinessFacts;
        var plain = Words.Plain(reply);
        if (Deed().IsMatch(plain) || (Favour().IsMatch(plain) && !Favour().Matches(plain).All(match => Words.Plain(facts).Contains(match.Value, StringComparison.Ordinal))))
            return false;

        if (WithoutGivenAddresses(plain, thought, reading, Words.Plain(facts)) is not { } rest || Link().IsMatch(rest))
            return false;

        IReadOnlyList<DateTimeOffset> given = thought.Appointment is { } booked ? [.. thought.Offered, booked] : thought.Offered;
        return Moments.WithoutGiven(rest, given, DateOnly.FromDateTime(thought.Now.Date)) is { } numbers
            && !SpelledNumbers.StatesAmount(numbers, Price().IsMatch(numbers))
            && AreGivenFigures(numbers, thought, reading, facts);
    }

    private static string? WithoutGivenAddresses(string plain, Thought thought, Reading reading, string facts)
    {
        var own = reading.Fields.Email ?? thought.Lead.Email;
        foreach (Match match in Address().Matches(plain))
        {
            if (match.Value != own && !facts.Contains(match.Value, StringComparison.Ordinal))
                return null;
        }

        return Address().Replace(plain, " ");
    }

    private static bool AreGivenFigures(string plain, Thought thought, Reading reading, string facts)
    {
        var known = Figures.In(facts).ToList();
        var budgets = new[] { thought.Location.BudgetGate, thought.Lead.MonthlyBudgetUsd, reading.Fields.MonthlyBudgetUsd };
        var said = thought.History.Where(spoken => spoken.ByLead).Select(spoken => spoken.Text).Append(thought.Text)
            .SelectMany(Figures.In).Where(figure => !figure.IsPercent).Select(figure => figure.Value).ToHashSet();
        var isPrice = Price().IsMatch(plain);
        return Figures.In(plain).All(figure =>
            known.Exists(fact => fact.Value == figure.Value && fact.IsPercent == figure.IsPercent)
            || (!figure.IsPercent && (budgets.Contains(figure.Value)
                || (!isPrice && (said.Contains(figure.Value) || (!figure.IsMoney && figure.Value <= 10))))));
    }

    // What code alone does, it alone says; a promise to do it is no better.
    [GeneratedRegex(@"\b((re)?agend(e|ada|ado|amos|o|are)|reserv(e|ada|ado|amos|are)|cancel(e|ada|ado|amos|are)|envi(e|ada|ado|amos|o|are)|mand(e|ada|ado|amos|o|are)|reprogram(e|ada|ado|amos|are)|(cita|llamada|horario|todo|hora) (ya )?(esta |queda |quedo )?(list[oa]|confirmad[oa])|confirm(e|amos) tu|(te|les?|os) (llamo|llamare|llamamos|contacto|contactamos)|(re)?booked|(re)?scheduled|cancel?led|i('ve| have)? (just )?sent|i'?(ll| will) (send|book|cancel|schedule|call)|(is|you're|are) (all set|confirmed)|eleg(i|ido)|escog(i|ido)|apart(ado|ada)|contratad[oa]|hired|te (paso|comunico|transfiero)|(pass|transfer|connect) you|promet\w+|promise\w*|trato hecho|(that's|it's|we have) a deal|binding)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Deed();

    [GeneratedRegex(@"\b(descuent\w*|rebaja\w*|gratis|gratuit\w*|promo\w*|regal\w+|cortesia|sin (ningun )?(costo|cargo|cobro|pagar)|oferta\w*|bonos?|bonus\w*|cupon\w*|coupon\w*|voucher\w*|dos por uno|two for one|precio especial|special price|devol\w+ .{0,12}dinero|money back|no (extra )?(charge|cost|fee)|on the house|half off|(is|are|it's|its|totally|completely|all) free|garantiz\w*|garantia\w*|reembols\w*|mitad de precio|discount\w*|for free|free of charge|free trial|guarante\w*|refund\w*|half price)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Favour();

    [GeneratedRegex(@"\b(cuest\w+|costo|costar\w*|precio\w*|vale|cobr\w+|tarifa\w*|dejo en|dejamos en|cost|costs|price\w*|fee|fees|charge\w*)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Price();

    [GeneratedRegex(@"[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"https?:|hxxp|://|www\.|@|\[\.\]|\b(punto|dot) (com|net|org|mx|io|co|us|shop|app|link)\b|\b\d{1,3}(\.\d{1,3}){2,}|\b[a-z0-9-]{2,}\.[a-z]{2,}\b|\b[a-z0-9-]+\.[a-z]{2,}/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
