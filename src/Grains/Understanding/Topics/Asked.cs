using OutletBot.Conversations;

namespace OutletBot.Understanding;

/// <summary>One thing that a lead asks about.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Words">The lead's own words for it.</param>
internal readonly record struct Asked(Topic Topic, string Words);

/// <summary>Takes a message's questions apart: several may stand in one sentence.</summary>
internal static class AskedReader
{
    private static readonly Phrases Joints = new("(y|e|and|tambien|also|ademas)");

    /// <summary>What is asked, in the order of asking, each topic once; empty when nothing is.</summary>
    public static IReadOnlyList<Asked> Read(string text)
    {
        var message = Message.Of(text);
        var asked = new List<Asked>();
        foreach (var (from, to) in message.Clauses(Gap.Stop))
        {
            if (!message.Asks(from) && !UnmarkedQuestion.In(message, from, to) && IntentWords.Interrogative.Find(message, from, to) is null)
                continue;

            var found = Parts(message, from, to).Select(part => (part.From, part.To, Topic: TopicOf(message, part.From, part.To))).ToList();
            if (found.TrueForAll(part => part.Topic is null))
                asked.Add(new(Topic.Other, message.Words(from, to)));
            foreach (var (start, end, topic) in found)
            {
                if (topic is { } known && !asked.Exists(one => one.Topic == known))
                    asked.Add(new(known, message.Words(start, end)));
            }
        }

        return asked;
    }

    /// <summary>The parts of a sentence between commas and "and".</summary>
    private static IEnumerable<(int From, int To)> Parts(Message message, int from, int to)
    {
        var start = from;
        for (var i = from; i < to; i++)
        {
            var joint = Joints.At(message, i) is not null;
            if (!joint && (i == start || message[i].Before < Gap.Comma))
                continue;
            if (i > start)
                yield return (start, i);
            start = joint ? i + 1 : i;
        }

        if (start < to)
            yield return (start, to);
    }

    /// <summary>The first topic by the order of the table whose words are no part of another's longer ones: "cuánto tiempo" asks no price.</summary>
    private static Topic? TopicOf(Message message, int from, int to)
    {
        var found = IntentWords.Topics
            .SelectMany(row => Spans(row.Phrases, message, from, to).Select(span => (row.Topic, Span: span)))
            .ToList();
        return found
            .Where(one => !found.Exists(other => other.Topic != one.Topic && other.Span.Length > one.Span.Length && other.Span.Start <= one.Span.Start && one.Span.End <= other.Span.End))
            .Select(one => (Topic?)one.Topic)
            .FirstOrDefault();
    }

    private static IEnumerable<Span> Spans(Phrases phrases, Message message, int from, int to)
    {
        for (var at = phrases.Find(message, from, to); at is { } span; at = phrases.Find(message, span.End, to))
            yield return span;
    }
}
