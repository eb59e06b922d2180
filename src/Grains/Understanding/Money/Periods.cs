namespace OutletBot.Understanding;

/// <summary>The periods that an amount is for, and what turns each into a month.</summary>
internal static class Periods
{
    private const decimal DaysAMonth = 365m / 12;
    private const int Reach = 7;

    private static readonly (decimal PerMonth, Phrases Phrases)[] Named =
    [
        (1, new("(al|por|a|per|the|x|cada|every|each|este|the) (mes|month|mo|mesecito)", "(mensual*|monthly|mensuaes)", "/ (mes|month|mo|m)", "(de|a) (manera|forma) mensual", "todos los meses", "a month")),
        (52m / 12, new("(a|por|per|each|every|cada|x) la? (semana|week|sem|wk|semanita)", "(semanal|semanales|semanalmente|weekly)", "/ (semana|week|sem|wk|w)", "todas las semanas")),
        (26m / 12, new("every other (weeks|week)", "(biweekly|bisemanal)")),
        (2, new("(quincenal|quincenales|quincenalmente)", "(a|por|cada|x) la? quincena", "/ quincena")),
        (DaysAMonth, new("(al|por|per|a|cada|each|every|x) (dia|day)", "(diario|diarios|diarias|diariamente|daily)", "/ (dia|day|d)", "todos los dias")),
        (1m / 12, new("(al|por|per|a|cada|each|every|x) (ano|year|yr)", "(anual|anuales|anualmente|yearly|annually|annual)", "/ (ano|year|yr)", "(por|para|for) (todo|the|el|the whole) (el)? (ano|year)")),
        (1m / 3, new("(trimestral|trimestrales|quarterly)", "(al|por|cada|a|per) (trimestre|quarter)")),
        (1m / 6, new("(semestral|semestrales)", "(al|por|cada) semestre")),
        (1m / 2, new("(bimestral|bimestrales)", "(cada|por) bimestre")),
    ];

    private static readonly Phrases Every = new("(por|para|for|cada|every|x|durante) (los|the|unos)?");
    private static readonly (decimal Days, Phrases Phrases)[] Units =
    [
        (1, new("(dias|days)")),
        (7, new("(semanas|weeks)")),
        (DaysAMonth / 2, new("(quincenas)")),
        (DaysAMonth, new("(meses|months)")),
        (365, new("(anos|years)")),
    ];

    /// <summary>The period right behind an amount: "al mes", "cada 15 días", "por tres meses".</summary>
    public static (decimal PerMonth, int End)? After(Message message, int at)
    {
        if (at >= message.Count)
            return null;

        foreach (var (perMonth, phrases) in Named)
        {
            if (phrases.At(message, at) is { } period)
                return (perMonth, period.End);
        }

        return Counted(message, at);
    }

    /// <summary>The period said before an amount: "por semana unos 100", "al año, 6 mil". It reaches over words, but not over another amount or a turn of thought.</summary>
    public static decimal? Before(Message message, int start, int floor)
    {
        for (var i = start - 1; i >= Math.Max(floor, start - Reach); i--)
        {
            if (message.StartsSentence(i + 1) || BudgetCues.Turn.At(message, i) is not null)
                return null;

            if (After(message, i) is { } period && period.End <= start && (!Comma(message, period.End, start) || message.Starts(i)))
                return period.PerMonth;
        }

        return null;
    }

    private static bool Comma(Message message, int from, int to)
    {
        for (var i = from; i <= to && i < message.Count; i++)
        {
            if (message.Starts(i))
                return true;
        }

        return false;
    }

    /// <summary>A period that is counted: "cada 15 días", "for 3 months".</summary>
    public static (decimal PerMonth, int End)? Counted(Message message, int at)
    {
        if (Every.At(message, at) is not { } every || NumberWords.At(message, every.End) is not { Value: > 0 and < 400 } count)
            return null;

        foreach (var (days, phrases) in Units)
        {
            if (phrases.At(message, count.Span.End) is { } unit && message[count.Span.End].Before <= Gap.Space)
                return (DaysAMonth / (days * count.Value), unit.End);
        }

        return null;
    }
}
