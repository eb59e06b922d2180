namespace OutletBot.Understanding;

/// <summary>Tells which of the amounts of a message is the lead's monthly budget, if any.</summary>
internal static class BudgetReader
{
    /// <summary>USD a month, or the foreign currency that a budget was named in.</summary>
    public readonly record struct Result(decimal? Usd, string? Foreign, Span? Span);

    public static Result Read(Message message, Asking asking, bool known)
    {
        var amounts = Amounts.In(message);
        var roles = Roles(message, amounts, asking, known);
        Amount? taken = null;
        Amount? foreign = null;
        for (var i = 0; i < amounts.Count; i++)
        {
            if (roles[i] != Role.Budget)
                continue;

            var amount = amounts[i] with { Currency = Meant(message, amounts, i) };
            if (amount.IsForeign)
                foreign = amount;
            else if (taken is not { } earlier || Corrects(message, earlier, amount))
                taken = amount;
        }

        if (taken is null && foreign is null && !roles.Contains(Role.Refused) && asking.Amount is { } proposed && asking.SaidYes)
            return new(proposed, null, null);

        if (taken is null && foreign is null && amounts.Count == 0 && asking is { WantsBudget: true, Least: { } least } && !asking.SaidNo && CanDo.In(message))
            return new(least, null, null);

        return new(taken?.Monthly, taken is null ? foreign?.Currency ?? Denied(message, amounts, asking) : null, taken?.Span ?? foreign?.Span);
    }

    /// <summary>"Sí puedo con eso": the least that we named suits them.</summary>
    private static readonly Phrases CanDo = new("(puedo|podria|podemos|podriamos|alcanzo|llego|le entro|jalo) (si)? (con|a|pagar|invertir|poner|dar|cubrir|pagarlo|invertirlo) (eso|esa|ese|esos|con eso)? (cantidad|minimo|monto)?", "(esta|me parece|suena) (bien|perfecto|excelente) (ese|esa|con)? (minimo|cantidad|precio|monto|presupuesto|esos)", "(con|a) eso (si)? (puedo|llego|alcanzo|podria|le entro|empiezo|empezamos)", "(si|ese|esa|eso|esos) (si)? (los|lo|la)? (tengo|puedo|alcanzo|pago|pagaria|cubro|invierto)", "(i|we) (can|could) (do|afford|manage|pay|swing|work with) (that|it|the minimum)", "that (works|is fine|sounds (good|fine))", "empecemos con (eso|el minimo)", "(el|ese) minimo (esta|me parece) bien");

    /// <summary>What is set against nothing stands for itself: "no 500" answers, "son 300 no 3000" names the first.</summary>
    private static Role[] Roles(Message message, List<Amount> amounts, Asking asking, bool known)
    {
        var roles = new Role[amounts.Count];
        for (var i = 0; i < amounts.Count; i++)
            roles[i] = BudgetRole.Of(message, amounts[i], asking, known, i > 0 ? amounts[i - 1].Span.End : 0);

        return [.. roles.Select((role, i) => role != Role.Contrasted ? role : i == 0 && !roles.Contains(Role.Budget) ? Role.Budget : Role.Refused)];
    }

    /// <summary>The currency that an amount turns out to be in: "600 pesos no, dólares", "soles, unos 1500".</summary>
    private static string? Meant(Message message, List<Amount> amounts, int i)
    {
        var amount = amounts[i];
        var next = i + 1 < amounts.Count ? amounts[i + 1].Span.Start : message.Count;
        var from = i > 0 ? amounts[i - 1].Span.End : 0;
        return Currencies.Loose(message, amounts, amount.Span.End, next) ?? amount.Currency ?? Currencies.Loose(message, amounts, from, amount.Span.Start);
    }

    /// <summary>"No, son pesos" to a proposed amount.</summary>
    private static string? Denied(Message message, List<Amount> amounts, Asking asking) =>
        asking.Amount is not null && asking.SaidNo && Currencies.Loose(message, amounts, 0, message.Count) is { } named and not "USD" ? named : null;

    /// <summary>The later amount counts, unless the earlier was called the most, the later the least, or the later is for another time.</summary>
    private static bool Corrects(Message message, Amount earlier, Amount later)
    {
        if (BudgetCues.Later.In(message, earlier.Span.End, Math.Min(message.Count, later.Span.End + 3)))
            return false;

        if (BudgetCues.Correction.In(message, earlier.Span.End, later.Span.Start) || later.Monthly >= earlier.Monthly)
            return true;

        return !BudgetCues.Most.In(message, Math.Max(0, earlier.Span.Start - 3), Math.Min(message.Count, earlier.Span.End + 2))
            && !BudgetCues.Least.In(message, Math.Max(earlier.Span.End, later.Span.Start - 3), Math.Min(message.Count, later.Span.End + 2));
    }
}
