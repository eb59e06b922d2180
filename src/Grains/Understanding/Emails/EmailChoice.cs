namespace OutletBot.Understanding;

/// <summary>Tells which of the addresses in a message is the lead's.</summary>
internal static class EmailChoice
{
    private static readonly Phrases Wrong = new("(no|not) (es|uses|use|is|al|a)?", "ya no (uso|es|tengo) (el|la|mi|este)?", "(viejo|anterior|antes|old|usaba) (es|era|is|was|usaba)?", "(escribi|mande|wrote|emailed|contacte) (a|to)?", "(su|their|your|tu) (correo|email) (es|is)?");
    private static readonly Phrases WrongAfter = new("(ya)? no (funciona|sirve|lo|uso|es|works|existe) ..", "(es|era|is) (el)? (viejo|anterior|old)");
    private static readonly Phrases Right = new("(bueno|correcto|mejor|mio|good|right|usa|use|nuevo|actual)");

    public static (string? Email, string? ToConfirm) Of(Message message, List<FoundEmail> found, Asking asking)
    {
        var places = Enumerable.Range(0, message.Count).Where(i => message[i].Kind == TokenKind.Address).ToList();
        FoundEmail? chosen = null;
        var from = 0;
        for (var n = 0; n < Math.Min(places.Count, found.Count); n++)
        {
            var at = places[n];
            var next = n + 1 < places.Count ? places[n + 1] : message.Count;
            var wrong = Enumerable.Range(Math.Max(from, at - 4), at - Math.Max(from, at - 4)).Any(i => Wrong.At(message, i)?.End == at) || WrongAfter.At(message, at + 1) is not null;
            if (!wrong && (chosen is null || BudgetCues.Correction.In(message, from, at) || Right.In(message, from, at) || Right.In(message, at + 1, next)))
                chosen = found[n];
            from = at + 1;
        }

        if (chosen is not { } email)
            return (asking.SaidYes && found.Count == 0 ? asking.Email : null, null);

        return email.Doubtful && !(asking.Email == email.Address && !asking.SaidYes) ? (null, email.Address)
            : (email.Doubtful ? email.Raw : email.Address, null);
    }
}
