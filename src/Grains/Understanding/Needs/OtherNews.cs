namespace OutletBot.Understanding;

/// <summary>Whether a clause is about another field than trouble and wish.</summary>
internal static class OtherNews
{
    public static bool In(Message message, Clause clause, string? name, decimal? budget, Span? business)
    {
        // "Soy Luisa, no Luis".
        if (name is not null && clause.Length is 2 or 3 && message[clause.From].Text is "no" or "not" && NameWords.IsFirst(message[clause.From + 1].Text))
            return true;

        for (var i = clause.From; i < clause.To; i++)
        {
            if (message[i].Kind == TokenKind.Address)
                return true;
            if (budget is not null && NumberWords.At(message, i) is { Value: >= 20 })
                return true;
        }

        return (business is { } span && span.Start < clause.To && clause.From < span.End) || (name is not null && Names(message, clause, name));
    }

    private static bool Names(Message message, Clause clause, string name)
    {
        var words = Message.Of(name);
        for (var i = clause.From; i < clause.To && words.Count > 0; i++)
        {
            if (message[i].Text == words[0].Text)
                return true;
        }

        return false;
    }
}
