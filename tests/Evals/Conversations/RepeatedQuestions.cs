using System.Globalization;
using OutletBot.Conversations;

namespace OutletBot.Evals;

/// <summary>Finds replies that ask for what the lead has said before.</summary>
internal static class RepeatedQuestions
{
    public static IEnumerable<(Field Field, BotReply Reply)> Find(ConversationCase given, ConversationResult result)
    {
        var asking = result.Replies.Select(reply => (Reply: reply, Fields: AskedFields.In(reply.Text, given.Script.Playbook))).ToList();
        foreach (var field in given.Expect.MustNotAskAgain)
        {
            var first = asking.FindIndex(reply => reply.Fields.Contains(field));
            var since = GivenAt(given, field, first < 0 ? null : asking[first].Reply.AtSeconds);
            foreach (var (reply, fields) in asking)
            {
                if (reply.AtSeconds > since && fields.Contains(field))
                    yield return (field, reply);
            }
        }
    }

    /// <summary>
    /// When the field was given: before the start when the CRM knew it; with the message that says it gives it, or that holds the
    /// final value; else with the first message after it was first asked for that is not a question back.
    /// </summary>
    private static double GivenAt(ConversationCase given, Field field, double? firstAsked)
    {
        if (given.Script.Contact.Lead.Has(field))
            return double.NegativeInfinity;

        var messages = given.Script.Messages;
        var said = messages.FirstOrDefault(message => message.Gives.Contains(field))
            ?? messages.FirstOrDefault(message => Holds(message.Text, given.Expect.FinalLead.GetValueOrDefault(field)));

        if (said is null && firstAsked is { } asked)
            said = messages.FirstOrDefault(message => message.AtSeconds > asked && !message.Text.Contains('?', StringComparison.Ordinal));

        return said?.AtSeconds ?? double.PositiveInfinity;
    }

    private static bool Holds(string message, Label? label)
    {
        var plain = string.Create(CultureInfo.InvariantCulture, $" {string.Join(' ', Words.Plain(message).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Select(Words.Plain))} ");
        return label is not null && label.Texts.Any(text => plain.Contains($" {Words.Plain(text)} ", StringComparison.Ordinal));
    }
}
