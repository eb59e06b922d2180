using System.Collections.Frozen;
using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>Finds mentions of times and fits them to the offer.</summary>
internal sealed partial class TimeMentions(Message message, IReadOnlyList<DateTimeOffset> offered, DateTimeOffset now)
{
    private static readonly FrozenDictionary<string, DayOfWeek> Weekdays = Table(
        "domingo domingos sunday sun", "lunes monday mon lun", "martes tuesday tue tues mar", "miercoles miercole wednesday wed mie mierc", "jueves thursday thu thur thurs jue", "viernes friday fri vie", "sabado sabados sabdo saturday sat sab")
        .ToFrozenDictionary(pair => pair.Key, pair => (DayOfWeek)pair.Value, StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, int> Months = Table(
        "", "enero january jan ene", "febrero february feb", "marzo march", "abril april apr abr", "mayo may", "junio june jun", "julio july jul", "agosto august aug ago", "septiembre setiembre september sep sept", "octubre october oct", "noviembre november nov", "diciembre december dec dic");
    private static readonly FrozenDictionary<string, int> Ordinals = Table(
        "primero primera primer first 1st 1ro 1era", "segundo segunda second 2nd", "tercero tercera tercer third 3rd", "cuarto cuarta fourth 4th", "quinto quinta fifth 5th");
    private static readonly Phrases Option = new("(opcion|opsion|option|numero|number|num|nro|#)");
    private static readonly Phrases Middle = new("(el|la|lo) (de|del) (en|el)? medio", "(el|la) (central|intermedio|intermedia)", "the middle (one|option)?", "(el|la|lo) (de)? (enmedio|en medio)");
    private static readonly Phrases Latest = new("(la|el|lo) mas (tarde|tardecito)", "the (later|latest) (one|slot|option|time)?");
    private static readonly Phrases Earliest = new("(la|el|lo) mas (temprano|tempranito)", "the (earlier|earliest) (one|slot|option|time)?");
    private static readonly Phrases Soonest = new("(lo|el|la) (mas pronto|antes) (posible|que se pueda|que puedas|que tengas)", "(as soon as possible|asap|the soonest)", "cuanto antes");
    private static readonly Phrases Suffix = new("(st|nd|rd|th|ro|ra|do|da|er|era)");
    private static readonly (Phrases Phrases, int From, int To)[] Parts =
    [
        (new("(en|por|de|x) la? (manana|mananita)", "la manana", "(morning|mornings)", "in the morning", "(temprano|tempranito|tempranon|early)", "(a|en)? primera hora", "first thing", "antes (de|del) (mediodia|medio dia|comer|la comida|almuerzo|almorzar)", "before (noon|lunch|midday)"), 0, 12),
        (new("(en|por|de|x|a) la? (tarde|tardecita)", "la tarde", "(tarde|tardecito|tardecita|afternoon)", "in the afternoon", "despues (de|del) (mediodia|medio dia|comer|la comida|almuerzo|almorzar)", "after (noon|lunch|midday)"), 12, 19),
        (new("(en|por|de|x|a) la? (noche|nochecita)", "la noche", "(noche|night)"), 18, 24),
        (new("(evening|evenings)", "in the evening"), 17, 24),
        (new("(al|a|el)? (mediodia|noon)", "(al|a)? medio dia", "at noon"), 12, 13),
    ];

    public List<TimeMention> All(bool pureNumberIsPlace)
    {
        var found = new List<TimeMention>();
        for (var i = 0; i < message.Count; i++)
        {
            if ((Day(i) ?? Hour(i) ?? Bare(i, found) ?? Place(i, pureNumberIsPlace) ?? Part(i)) is not { } mention)
                continue;

            found.Add(mention);
            i = mention.Span.End - 1;
        }

        // "5... ay no, el 2": who has just counted the offers counts them again, though a 2nd of the month is among them.
        return found.Exists(mention => mention is { Kind: MentionKind.Place, Ordinal: null, Fits.Length: 1 } && Small(mention.Span.End - 1) is not null) ? [.. found.Select(Counted)] : found;
    }

    private TimeMention Counted(TimeMention mention) =>
        mention.Kind == MentionKind.Loose && Small(mention.Span.End - 1) is { } number && number >= 1 && number <= offered.Count && mention.Fits.Contains(number - 1) ? AtPlace(mention.Span, number) : mention;

    private int[] Where(Func<DateTimeOffset, bool> fits) => [.. Enumerable.Range(0, offered.Count).Where(i => fits(offered[i]))];

    private TimeMention? Day(int i)
    {
        if (Days(i) is { } span)
            return span;
        var text = message[i].Text;
        if (text is "pasado" && message.Is(i + 1, "manana"))
            return OnDate(new(i, i + 2), Today.AddDays(2));
        if (text is "day" && message.Is(i + 1, "after") && message.Is(i + 2, "tomorrow"))
            return OnDate(new(i, i + 3), Today.AddDays(2));
        if (text is "hoy" or "today")
            return OnDate(new(i, i + 1), Today);
        if (text is "tonight")
            return new(MentionKind.Day, new(i, i + 1), Where(slot => DateOnly.FromDateTime(slot.Date) == Today && slot.Hour >= 17), new(Today, null, 17, 24));
        if (text is "esta" or "this" && message.Is(i + 1, Tonight))
            return OnDate(new(i, i + 1), Today);
        if (text is "manana" or "tomorrow" && !message.Is(i - 1, "la") && !message.Is(i - 1, "esta") && !(text is "manana" && (message.Is(i - 1, "de") || (i > 0 && message[i].Before <= Gap.Space && Weekday(i - 1) is { } said && said != Today.AddDays(1).DayOfWeek))))
            return OnDate(new(i, i + 1), Today.AddDays(1));

        if (text is "manana" && i > 0 && Weekday(i - 1) is not null)
            return new(MentionKind.Part, new(i, i + 1), Where(slot => slot.Hour < 12), new(null, null, 0, 12));

        if (Weekday(i) is { } weekday)
            return new(MentionKind.Day, new(i, i + 1), Where(slot => slot.DayOfWeek == weekday), new(Next(weekday), null));

        return Calendar(i);
    }

    private TimeMention? Calendar(int i)
    {
        if (Small(i) is { } day and <= 31)
        {
            var next = i + 1;
            if (next < message.Count && message[next].Before == Gap.None && Suffix.At(message, next) is not null)
                next++;
            var month = message.Is(next, "de") || message.Is(next, "of") ? next + 1 : next;
            if (month < message.Count && message[month].Before <= Gap.Space && message[month].Kind == TokenKind.Word && Months.TryGetValue(message[month].Text, out var named))
                return Dated(new(i, month + 1), [(named, day)]);
            if (message.Is(next, "/") && message[next].Before == Gap.None && Small(next + 1) is { } second && second <= 31)
            {
                var end = message.Is(next + 2, "/") && next + 3 < message.Count && message[next + 3].Kind == TokenKind.Number ? next + 4 : next + 2;
                return Dated(new(i, end), [(day, second), (second, day)]);
            }

            if (StartsHour(next) && Where(slot => slot.Day == day) is { Length: > 0 } onDay && day > offered.Count)
                return new(MentionKind.Day, new(i, next), onDay, new(NextDay(day), null));
            if (next > i + 1 && day > offered.Count || (message.Is(i - 1, "dia") && message[i].Kind == TokenKind.Number))
                return new(MentionKind.Day, new(i, next), Where(slot => slot.Day == day), new(NextDay(day), null));
        }

        // "El primero de octubre", "the third of October": the day of a month, not the place of an offer.
        if (message[i].Kind == TokenKind.Word && Ordinals.TryGetValue(message[i].Text, out var nth) && (message.Is(i + 1, "de") || message.Is(i + 1, "of")) && i + 2 < message.Count
            && message[i + 2].Kind == TokenKind.Word && Months.TryGetValue(message[i + 2].Text, out var ofMonth))
            return Dated(new(i, i + 3), [(ofMonth, nth + 1)]);
        if (message.Is(i - 1, "dia") && message[i].Text is "primero")
            return new(MentionKind.Day, new(i, i + 1), Where(slot => slot.Day == 1), new(NextDay(1), null));

        if (message[i].Kind == TokenKind.Word && Months.TryGetValue(message[i].Text, out var before) && Small(i + 1) is { } date and <= 31 && message[i + 1].Before <= Gap.Space)
        {
            var end = i + 2 < message.Count && message[i + 2].Before == Gap.None && Suffix.At(message, i + 2) is not null ? i + 3 : i + 2;
            return Dated(new(i, end), [(before, date)]);
        }

        return null;
    }

    /// <summary>"24 a las 10": what stands before an hour is a date.</summary>
    private bool StartsHour(int at) => (message.Is(at, "a") && message.Is(at + 1, "las")) || message.Is(at, "at");

    private TimeMention Dated(Span span, (int Month, int Day)[] meanings) =>
        new(MentionKind.Day, span, Where(slot => meanings.Any(meant => slot.Month == meant.Month && slot.Day == meant.Day)),
            meanings.Select(meant => Date(meant.Month, meant.Day)).FirstOrDefault(date => date is not null) is { } wish ? new(wish, null) : null);

    private TimeMention? Place(int i, bool pure)
    {
        if (message[i].Kind == TokenKind.Sign && message[i].Text != "#")
            return null;

        if (Option.At(message, i) is { } option && Small(option.End) is { } chosen && option.End < message.Count)
            return AtPlace(new(i, option.End + 1), chosen);

        if (Middle.At(message, i) is { } middle)
            return new(MentionKind.Place, middle, offered.Count % 2 == 1 ? [offered.Count / 2] : []);

        if (Soonest.At(message, i) is { } soonest && offered.Count > 0)
            return new(MentionKind.Place, soonest, [0]);

        if ((Latest.At(message, i) ?? Earliest.At(message, i)) is { } extreme)
            return Extreme(extreme, last: Latest.At(message, i) is not null);

        var led = message.Is(i - 1, "el") || message.Is(i - 1, "la") || message.Is(i - 1, "the");
        var start = led ? i - 1 : i;
        if (Ordinal(i, out var end) is { } ordinal && (led || pure || message.Is(end, OptionNouns)))
        {
            var place = ordinal < 0 ? offered.Count + ordinal : ordinal;
            return new(MentionKind.Place, new(start, message.Is(end, OptionNouns) ? end + 1 : end), place < offered.Count && place >= 0 ? [place] : []) { Ordinal = ordinal };
        }

        if (Small(i) is not { } number || (!led && !pure))
            return null;

        if ((!led && message[i].Text is "un" or "una" or "a") || (message[i].Text is "one" && message.Count > 1) || (!led && message[i].Text is "uno" && message.Is(i + 1, OneThat)))
            return null;

        var onDate = led ? Where(slot => slot.Day == number) : [];
        var atHour = (message.Is(i - 1, "la") && number == 1) || number > offered.Count ? Where(slot => slot.Minute == 0 && slot.Hour % 12 == number % 12 && number <= 12) : [];
        // "La una" is the hour, "la uno" the place.
        var menu = number >= 1 && number <= offered.Count && !(led && message[i].Text is "una") ? new[] { number - 1 } : [];
        var wish = led && NextDay(number) is { } date && menu.Length == 0 ? new SlotWish(date, null) : null;
        var kind = menu.Length == 0 && onDate.Length > 0 ? MentionKind.Day : MentionKind.Place;
        var all = menu.Union(onDate).Union(atHour).Order().ToArray();
        return menu.Length == 0 && onDate.Length == 0 && atHour.Length > 0
            ? new(MentionKind.Loose, new(start, i + 1), all, wish)
            : new(all.Length > 1 && menu.Length > 0 && onDate.Length > 0 ? MentionKind.Loose : kind, new(start, i + 1), all, wish);
    }

    /// <summary>"La más tarde": of times on one day the last; over several days it says nothing.</summary>
    private TimeMention? Extreme(Span span, bool last)
    {
        var oneDay = offered.Count > 0 && offered.All(slot => slot.Date == offered[0].Date);
        return oneDay || Enumerable.Range(0, message.Count).Any(i => Weekday(i) is not null)
            ? new(MentionKind.Place, span, !oneDay ? [] : [last ? offered.Count - 1 : 0]) { Ordinal = last ? -1 : 0 }
            : null;
    }

    private TimeMention AtPlace(Span span, int chosen) =>
        new(MentionKind.Place, span, chosen >= 1 && chosen <= offered.Count ? [chosen - 1] : []);

    private int? Ordinal(int i, out int end)
    {
        end = i + 1;
        var token = message[i];
        if (token.Kind == TokenKind.Number && i + 1 < message.Count && message[i + 1].Before == Gap.None && Suffix.At(message, i + 1) is not null && Small(i) is { } number and >= 1 && number <= Math.Max(offered.Count, 1))
        {
            end = i + 2;
            return number - 1;
        }

        if (token.Text is "ultimo" or "ultima" or "last")
            return -1;
        if (token.Text is "second" or "next" && message.Is(i + 1, "to") && message.Is(i + 2, "last"))
        {
            end = i + 3;
            return -2;
        }

        if (token.Text is "penultimo" or "penultima")
            return -2;
        if (token.Kind == TokenKind.Word && Ordinals.TryGetValue(token.Text, out var place) && !(token.Text is "cuarto" && message.Is(i - 1, "y")))
            return place;
        return null;
    }

    private TimeMention? Part(int i)
    {
        foreach (var (phrases, from, to) in Parts)
        {
            if (phrases.At(message, i) is { } span && !(message[i].Text is "temprano" && message.Is(i - 1, Leaves)))
                return new(MentionKind.Part, span, Where(slot => slot.Hour >= from && slot.Hour < to), from == 12 && to == 13 ? new(null, new TimeOnly(12, 0)) : new(null, null, from, to));
        }

        return null;
    }

    /// <summary>"Martes 3": a number right behind a day is an hour or a date.</summary>
    private TimeMention? Bare(int i, List<TimeMention> before)
    {
        if (before.Count == 0 || before[^1].Kind != MentionKind.Day || before[^1].Span.End != i || message[i].Before > Gap.Space || Small(i) is not { } number || message[i].Text is "un" or "una" or "uno" or "one" or "a")
            return null;

        var fits = Where(slot => slot.Day == number || (number <= 12 && slot.Minute == 0 && slot.Hour % 12 == number % 12));
        return new(MentionKind.Hour, new(i, i + 1), fits, number <= 12 ? new(null, new TimeOnly((number is >= 1 and <= 6 ? number + 12 : number) % 24, 0)) : null);
    }

    private DateOnly Today => DateOnly.FromDateTime(now.Date);

    private TimeMention OnDate(Span span, DateOnly date) =>
        new(MentionKind.Day, span, Where(slot => DateOnly.FromDateTime(slot.Date) == date), new(date, null));

    private DayOfWeek? Weekday(int i) => i >= 0 && message[i].Kind == TokenKind.Word
        && (Weekdays.TryGetValue(message[i].Text, out var day) || (message[i].Sound.Length > 0 && Weekdays.TryGetValue(message[i].Sound, out day))) ? day : null;

    private DateOnly Next(DayOfWeek day) => Ahead(day) is var next && next == Today ? Today.AddDays(7) : next;

    private DateOnly? NextDay(int day)
    {
        for (var month = 0; month < 3; month++)
        {
            var first = new DateOnly(Today.Year, Today.Month, 1).AddMonths(month);
            if (day >= 1 && day <= DateTime.DaysInMonth(first.Year, first.Month) && first.AddDays(day - 1) >= Today)
                return first.AddDays(day - 1);
        }

        return null;
    }

    private DateOnly? Date(int month, int day)
    {
        if (month is < 1 or > 12 || day < 1)
            return null;

        var year = Today.Year + (month < Today.Month ? 1 : 0);
        return day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private int? Small(int i) => i >= 0 && i < message.Count && NumberWords.At(message, i) is { Scaled: false } number && number.Span.Length == 1 && number.Value is >= 0 and < 60 && number.Value == decimal.Truncate(number.Value)
        && !(message[i].Kind == TokenKind.Number && message[i].Text.Length > 2) ? (int)number.Value : null;

    private static readonly FrozenSet<string> Tonight = new[] { "tarde", "noche", "manana", "afternoon", "evening", "morning" }.ToFrozenSet(StringComparer.Ordinal);
    /// <summary>"Uno en la mañana": any that is so, not the first.</summary>
    private static readonly FrozenSet<string> OneThat = new[] { "en", "por", "de", "que", "para", "mas", "a" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Halves = new[] { "am", "pm" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Leaves = new[] { "salgo", "termino", "acabo", "cierro", "desocupo" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> OptionNouns = new[] { "opcion", "option", "one", "slot", "horario" }.ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Table(params string[] rows)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var word in rows[row].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                table[word] = row;
                if (Folding.Sound(word) is { Length: > 0 } sound)
                    table.TryAdd(sound, row);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
