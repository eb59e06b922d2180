namespace OutletBot.Understanding;

/// <summary>Finds every amount in a message.</summary>
internal static class Amounts
{
    private static readonly Phrases Between = new("(a|o|u|or|to|y|and|hasta|-) (unos|los|como|about|maybe|hasta|maximo|$)? $?");
    private static readonly Phrases Opening = new("(entre|between)");
    private static readonly Phrases Lowered = new("(baja|bajalo|bajale|bajarlo|bajarle|bajemoslo|bajo|cambia|cambialo|cambiarlo|cambiar|pasa|pasalo|reduce|reducirlo|reducelo|lower|reduce|drop|cut|change|bring|move) (it|mi|el|my|the)? (presupuesto|budget)? (down)? (de|from)?");
    private static readonly Phrases Loose = new("y (pico|algo|tantos|cacho)", "(mas|more) (o|or) (menos|less)", "(aprox|aproximadamente|approx|approximately|fijos|maximo|max|minimo|tops|netos|ish)", "o (algo|por) (asi|ahi)", "plus", "+");

    public static List<Amount> In(Message message)
    {
        var found = new List<Amount>();
        for (var i = 0; i < message.Count; i++)
        {
            if (Periods.Counted(message, i) is { } period)
            {
                i = period.End - 1;
                continue;
            }

            if (Number(message, i) is not { } said)
                continue;

            var amount = Whole(message, said, found.Count > 0 ? found[^1].Span.End : 0);
            i = amount.Span.End - 1;
            found.Add(amount);
        }

        return found;
    }

    /// <summary>A number as prices are said: "two fifty", "dos quinientos" and "1 500" too.</summary>
    private static SaidNumber? Number(Message message, int at)
    {
        if (NumberWords.At(message, at) is not { } said)
            return null;

        var end = said.Span.End;
        if (end >= message.Count || message[end].Before != Gap.Space || said.Scaled || said.Span.Length > 1)
            return said;

        if (said.Spelt && said.Value is > 1 and < 10 && NumberWords.At(message, end) is { Spelt: true, Scaled: false } rest)
        {
            return rest.Value is >= 20 and < 100 ? new(said.Value * 100 + rest.Value, new(at, rest.Span.End), Scaled: true, Spelt: true)
                : rest.Value is >= 100 and < 1000 ? new(said.Value * 1000 + rest.Value, new(at, rest.Span.End), Scaled: true, Spelt: true)
                : said;
        }

        var grouped = !said.Spelt && message[at].Text.Length <= 2 && said.Value >= 1 && message[end] is { Kind: TokenKind.Number, Text.Length: 3 } && message[end].Text.All(char.IsAsciiDigit);
        var alone = grouped && !IsNumber(message, at - 1) && !IsNumber(message, end + 1) && message[at].Text[0] is not '0';
        return alone ? new(said.Value * 1000 + decimal.Parse(message[end].Text, System.Globalization.CultureInfo.InvariantCulture), new(at, end + 1), Scaled: false, Spelt: false) : said;
    }

    private static bool IsNumber(Message message, int at) => at >= 0 && at < message.Count && message[at].Kind == TokenKind.Number;

    private static Amount Whole(Message message, SaidNumber said, int floor)
    {
        var start = said.Span.Start;
        var value = said.Value;
        var scaled = said.Scaled;
        var currency = Currencies.Before(message, ref start);
        var end = said.Span.End;
        currency = Currencies.After(message, ref end) ?? currency;

        if (Between.At(message, end) is { } joint && Number(message, joint.End) is { } upper && Joins(message, end, said, upper, start))
        {
            var from = joint.End;
            currency = Currencies.Before(message, ref from) ?? currency;
            end = upper.Span.End;
            currency = Currencies.After(message, ref end) ?? currency;
            var low = upper.Scaled && !scaled && value < 100 && upper.Value >= 1000 ? value * 1000 : value;
            value = Lowered.Find(message, Math.Max(floor, start - 5), start)?.End == start ? upper.Value : Math.Max(low, upper.Value);
            scaled |= upper.Scaled;
        }

        if (Loose.At(message, end) is { } loose && message[end].Before <= Gap.Space)
            end = loose.End;

        currency = Currencies.After(message, ref end) ?? currency;
        decimal? perMonth = null;
        while (end < message.Count && message[end].Before <= Gap.Comma && Periods.After(message, end) is { } period)
        {
            (perMonth, end) = (perMonth ?? period.PerMonth, period.End);
            currency = Currencies.After(message, ref end) ?? currency;
        }

        var digits = end - start == 1 && message[start].Kind == TokenKind.Number;
        return new(value, new(start, end), currency, perMonth ?? Periods.Before(message, start, floor), scaled, digits);
    }

    /// <summary>"400 a 600" is a range, "3 a 10" after "de" too; "5 o el 6" and "a las 3 y 15" are not.</summary>
    private static bool Joins(Message message, int at, SaidNumber low, SaidNumber high, int start)
    {
        var word = message[at].Text;
        if (word is "y" or "and")
            return Opening.Find(message, Math.Max(0, low.Span.Start - 3), low.Span.Start) is not null;

        if (word is "-" && message[at].Before == Gap.None && high.Value > 999_999)
            return false;

        return high.Value > low.Value || (high.Scaled && !low.Scaled) || word is "o" or "or" || Lowered.Find(message, Math.Max(0, start - 5), start)?.End == start;
    }
}
