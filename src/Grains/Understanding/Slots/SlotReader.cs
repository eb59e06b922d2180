using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>
/// Reads a choice among the offered times. One is chosen only when every word around the mention is understood; whatever is left over turns a
/// choice into a proposal, for a wrong appointment is worse than one more question.
/// </summary>
internal static class SlotReader
{
    public readonly record struct Result(SlotReading Slot, bool More);

    public static Result Read(Message message, Utterance utterance, Asking asking)
    {
        var offered = utterance.Offered;
        if (offered.Count == 0)
            return new(utterance.Appointment is null ? SlotReading.Nothing : Wished(message, utterance), More: false);

        if (asking.Slot && YesNo.Bare(message) && YesNo.IsYes(message))
            return new(Agreed(utterance, asking), More: false);

        message = Reasons.Without(message, utterance.Now);
        if (asking.Slot && PureNumber(message) && ShortList.Chosen(message, utterance) is { } chosen)
            return new(new(SlotMatch.One, [chosen]), More: false);

        var more = SlotWords.More.In(message);
        var mentions = new TimeMentions(message, offered, utterance.Now).All(asking.Slot && PureNumber(message));
        if (ShortList.Shown(utterance) is { } shown && mentions.ConvertAll(mention => mention with { Fits = [.. mention.Fits.Intersect(shown)] }) is var among
            && among.TrueForAll(mention => mention.Fits.Length > 0)) mentions = among;
        more = more && SlotWords.More.All(message).Any(span => !mentions.Exists(mention => mention.Ordinal is not null && mention.Span.Start <= span.Start && span.End <= mention.Span.End));
        var narrowed = mentions.Count > 0 && Groups(message, mentions) is [.., { Refused: false, Corrects: true }];
        if (more)
            mentions.RemoveAll(mention => mention.Kind == MentionKind.Part && SlotWords.More.All(message).Any(span => span.Start <= mention.Span.Start && mention.Span.End <= span.End));
        if (SlotWords.Any.Find(message) is { } any && !narrowed && !(any.End == message.Count && message.Starts(any.Start) && message.Asks(any.Start)))
        {
            return new(new(SlotMatch.Any, Narrow(message, mentions, offered.Count)), More: false);
        }

        if (mentions.Count == 0 || SlotWords.Later.In(message))
            return new(SlotReading.Nothing, more);

        if (utterance.Asked is not null && mentions.TrueForAll(mention => mention.Kind is MentionKind.Place or MentionKind.Loose or MentionKind.Part))
            return new(SlotReading.Nothing, more);

        return new(Choose(message, mentions, offered.Count, more), more);
    }

    /// <summary>The day, and the hour where it is said, that somebody asks for to whom nothing is offered.</summary>
    public static SlotReading Asked(Message message, Utterance utterance) =>
        Wished(message, utterance, mention => mention.Kind != MentionKind.Place) is { Wish.Date: not null } wished && !SlotWords.Later.In(message) ? wished : SlotReading.Nothing;

    /// <summary>The time that somebody with an appointment would rather come.</summary>
    private static SlotReading Wished(Message message, Utterance utterance, Predicate<TimeMention>? counts = null)
    {
        var mentions = new TimeMentions(message, [], utterance.Now).All(pureNumberIsPlace: false).FindAll(counts ?? (_ => true));
        var wanted = Groups(message, mentions).Where(group => !group.Refused).ToList();
        return wanted.Count > 0 && Wish([.. wanted[^1].Mentions]) is { } wish ? new(SlotMatch.NotOffered, [], wish) : SlotReading.Nothing;
    }

    /// <summary>A yes takes the one offered time, or the one that our question named.</summary>
    private static SlotReading Agreed(Utterance utterance, Asking asking)
    {
        if (utterance.Offered.Count == 1)
            return new(SlotMatch.One, [0]);

        var question = Message.Of(asking.Question);
        var mentions = asking.Closed ? new TimeMentions(question, utterance.Offered, utterance.Now).All(pureNumberIsPlace: false) : [];
        var fits = mentions.Count == 0 ? [] : Meet(mentions, utterance.Offered.Count);
        return fits.Length == 1 && !SlotWords.Or.In(question) ? new(SlotMatch.One, fits) : SlotReading.Nothing;
    }

    private static SlotReading Choose(Message message, List<TimeMention> mentions, int count, bool more)
    {
        var groups = Groups(message, mentions);
        var wanted = groups.Where(group => !group.Refused).ToList();
        var refused = groups.Where(group => group.Refused).SelectMany(group => Refuses(group.Mentions, count)).ToHashSet();
        if (wanted.Count == 0)
        {
            var rest = Enumerable.Range(0, count).Where(i => !refused.Contains(i)).ToArray();
            if (rest.Length == 1 && !more && refused.Count > 0 && TakesTheRest(message, mentions))
                return new(SlotMatch.One, rest);
            return rest.Length == 0 || refused.Count == 0 ? new(SlotMatch.NotOffered, [], refused.Count == 0 && !groups.Exists(group => group.Refused) ? Wish(mentions) : null) : new(rest.Length == 1 ? SlotMatch.Any : SlotMatch.Several, rest);
        }

        var last = wanted[^1];
        var corrected = wanted.Count > 1 && last.Corrects;
        // "El miércoles, pero el de la tarde" narrows what was said; "el miércoles, mejor el jueves" takes it back.
        if (corrected && Narrows(wanted, count))
            corrected = false;
        var considered = corrected ? [last] : wanted;
        var all = considered.SelectMany(group => group.Mentions).ToList();
        var fits = Meet(all, count);
        if (fits.Length == 0)
        {
            var each = considered.Select(group => Meet(group.Mentions, count)).ToList();
            var sameKind = all.GroupBy(mention => mention.Kind).Any(kind => kind.Count() > 1 && kind.All(mention => mention.Fits.Length > 0)) || all.Exists(mention => mention.Kind is MentionKind.Place or MentionKind.Loose && mention.Fits.Length > 0);
            if (sameKind)
                return new(SlotMatch.Several, [.. all.SelectMany(mention => mention.Fits).Where(i => !refused.Contains(i) || each.Count == 1).Distinct().Order()]);
            return new(SlotMatch.NotOffered, [], Wish(all));
        }

        if (!corrected && SlotWords.Or.In(message, all[0].Span.Start, all[^1].Span.End) && all.Count > 1)
            return new(SlotMatch.Several, [.. all.SelectMany(mention => mention.Fits).Distinct().Order()]);

        // "Me sirve la 1 y la 2": each would do, and one must be chosen.
        if (!corrected && all.Zip(all.Skip(1)).Any(two => IsPlace(two.First) && IsPlace(two.Second) && SlotWords.And.In(message, two.First.Span.End, two.Second.Span.Start)))
            return new(SlotMatch.Several, [.. all.SelectMany(mention => mention.Fits).Distinct().Order()]);

        if (fits.Length > 1)
            return new(SlotMatch.Several, fits);

        // The one time of a whole week is proposed, as the week was asked for and not the time.
        var doubtful = more || all.Exists(mention => mention.Wish?.LastDate is not null) || (refused.Contains(fits[0]) && !corrected) || all.Exists(mention => mention.Kind == MentionKind.Loose && mention.Fits.Length == 1)
            || !considered.TrueForAll(group => Understood(message, group, mentions)) || (wanted.Count > 1 && !corrected && !considered.TrueForAll(group => Meet(group.Mentions, count).Contains(fits[0])))
            || (message.Asks(last.From) && !SlotWords.AsksToBook.In(message)) || SlotWords.Doubt.In(message) || (groups.Exists(group => group.Refused && group.From > last.From));
        return new(doubtful ? SlotMatch.Any : SlotMatch.One, fits);
    }

    private static bool IsPlace(TimeMention mention) => mention.Kind is MentionKind.Place or MentionKind.Loose;

    /// <summary>"Ni jueves ni viernes" refuses both; "el martes a las 10" only what is both.</summary>
    private static IEnumerable<int> Refuses(List<TimeMention> mentions, int count)
    {
        var run = new List<TimeMention>();
        foreach (var mention in mentions)
        {
            if (run.Exists(other => other.Kind == mention.Kind))
            {
                foreach (var fit in Meet(run, count))
                    yield return fit;
                run = [];
            }

            run.Add(mention);
        }

        foreach (var fit in Meet(run, count))
            yield return fit;
    }

    /// <summary>"Ni jueves ni viernes, el otro": all that is said refuses the others or takes the one that is left.</summary>
    private static bool TakesTheRest(Message message, List<TimeMention> mentions)
    {
        if (SlotWords.Remaining.Find(message) is not { } rest || message.Asks() || SlotWords.Doubt.In(message))
            return false;

        for (var i = 0; i < message.Count;)
        {
            if (rest.Start <= i && i < rest.End)
                i = rest.End;
            else if (mentions.Find(mention => mention.Span.Start <= i && i < mention.Span.End) is { } mention)
                i = Math.Max(i + 1, mention.Span.End);
            else if ((SlotWords.Turn.At(message, i) ?? SlotWords.Filler.At(message, i) ?? SlotWords.No.At(message, i)) is { } known)
                i = known.End;
            else
                return false;
        }

        return true;
    }

    private static bool Narrows(List<Group> wanted, int count)
    {
        var last = wanted[^1].Mentions;
        var before = wanted.Take(wanted.Count - 1).SelectMany(group => group.Mentions).ToList();
        return !before.Exists(one => last.Exists(other => other.Kind == one.Kind)) && before.TrueForAll(one => one.Kind == MentionKind.Day) && Meet([.. before, .. last], count).Length > 0;
    }

    private sealed record Group(int From, int To, List<TimeMention> Mentions, bool Refused, bool Corrects);

    /// <summary>Cuts where a clause ends or a thought turns; each part is taken or refused as a whole.</summary>
    private static List<Group> Groups(Message message, List<TimeMention> mentions)
    {
        var groups = new List<Group>();
        var from = 0;
        var corrects = false;
        var exceptions = SlotWords.AnyBut.All(message).ToList();
        for (var i = 0; i <= message.Count; i++)
        {
            var turn = !exceptions.Exists(but => but.Start < i && i < but.End) && i < message.Count && !mentions.Exists(mention => mention.Span.Start < i && i < mention.Span.End) && (SlotWords.Turn.At(message, i) is not null || (i > 0 && message[i].Before >= Gap.Comma));
            if (i < message.Count && !turn)
                continue;

            Add(i);
        }

        return groups;

        void Add(int to)
        {
            var inside = mentions.Where(mention => mention.Span.Start >= from && mention.Span.Start < to).ToList();
            var marked = SlotWords.Turn.In(message, from, to);
            var bareNo = to > from && message[from].Text is ("no" or "wait" or "espera") && Enumerable.Range(from, to - from).All(i => message[i].Text is "no" or "wait" or "espera" or "nel" or "uy" or "ay" or "ah");
            if (inside.Count > 0)
            {
                var plain = SlotWords.Harmless.Find(message, from, to);
                var no = Enumerable.Range(from, to - from).Any(i => (plain is not { } free || i < free.Start || i >= free.End) && SlotWords.No.At(message, i) is not null);
                groups.Add(new(from, to, inside, no, corrects || marked));
                corrects = false;
            }
            else
            {
                corrects |= marked || (bareNo && groups.Count > 0);
            }

            from = to;
        }
    }

    private static bool Understood(Message message, Group group, List<TimeMention> mentions)
    {
        for (var i = group.From; i < group.To;)
        {
            if (mentions.Find(mention => mention.Span.Start <= i && i < mention.Span.End) is { } mention)
                i = Math.Max(i + 1, mention.Span.End);
            else if ((SlotWords.Turn.At(message, i) ?? SlotWords.Filler.At(message, i)) is { } filler)
                i = filler.End;
            else
                return false;
        }

        return true;
    }

    private static bool PureNumber(Message message)
    {
        for (var i = 0; i < message.Count; i++)
        {
            if (message[i].Kind == TokenKind.Word && SlotWords.Filler.At(message, i) is null && NumberWords.At(message, i) is null && SlotWords.Turn.At(message, i) is null && SlotWords.Or.At(message, i) is null && !SlotWords.OrdinalWord(message[i].Text) && message[i].Text is not "no")
                return false;
            if (message[i].Kind is TokenKind.Sign or TokenKind.Address)
                return false;
        }

        return true;
    }

    private static int[] Meet(List<TimeMention> mentions, int count)
    {
        var ordinal = mentions.Find(mention => mention.Ordinal is not null);
        var rest = mentions.Where(mention => !ReferenceEquals(mention, ordinal)).ToList();
        var fits = Enumerable.Range(0, count).Where(i => rest.TrueForAll(mention => mention.Fits.Contains(i))).ToArray();
        if (ordinal is null)
            return fits;

        var overall = fits.Intersect(ordinal.Fits).ToArray();
        if (rest.Count == 0)
            return overall;

        var place = ordinal.Ordinal < 0 ? fits.Length + ordinal.Ordinal.Value : ordinal.Ordinal!.Value;
        var within = place >= 0 && place < fits.Length ? [fits[place]] : Array.Empty<int>();
        return [.. overall.Union(within).Order()];
    }

    private static int[] Narrow(Message message, List<TimeMention> mentions, int count)
    {
        var groups = Groups(message, mentions.Where(mention => mention.Kind is MentionKind.Day or MentionKind.Part or MentionKind.Hour).ToList());
        var refused = groups.Where(group => group.Refused).SelectMany(group => Refuses(group.Mentions, count)).ToHashSet();
        var wanted = Meet(groups.Where(group => !group.Refused).SelectMany(group => group.Mentions).ToList(), count).Where(i => !refused.Contains(i)).ToArray();
        return wanted.Length > 0 ? wanted : [.. Enumerable.Range(0, count).Where(i => !refused.Contains(i))];
    }

    public static SlotWish? Wish(List<TimeMention> mentions)
    {
        var wishes = mentions.Where(mention => mention.Wish is not null).Select(mention => mention.Wish!).ToList();
        if (wishes.Count == 0)
            return null;

        var day = wishes.Find(wish => wish.Date is not null);
        return new(
            day?.Date,
            wishes.Find(wish => wish.Time is not null)?.Time,
            wishes.Find(wish => wish.FromHour is not null)?.FromHour,
            wishes.Find(wish => wish.ToHour is not null)?.ToHour)
        {
            LastDate = day?.LastDate,
        };
    }
}
