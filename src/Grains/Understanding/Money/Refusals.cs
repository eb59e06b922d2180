using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>How an amount is turned down.</summary>
internal enum Refusal
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Set against another: "no 4000", "dije 300", "en vez de 300". Where no other amount is named it stands.</summary>
    Contrasted,

    /// <summary>"No puedo pagar 500", "500 es mucho".</summary>
    Full,
}

/// <summary>Tells whether an amount is turned down. A no reaches over the words of being able, having and paying, and over nothing else.</summary>
internal static class Refusals
{
    private static readonly FrozenSet<string> Able = Set("puedo podemos podria podriamos puede podre pudiera tengo tenemos llego llegamos llegar alcanzo alcanza alcanzaria alcanzan alcanzar quiero pienso voy vamos dispongo cuento creo hay podia poder can cant could couldnt have dont wont afford doesnt isnt didnt able going");
    private static readonly FrozenSet<string> Passed = Set("me te le les se nos lo a de con para por en los las el la esos esas unos que ni como gastar pagar poner meter dar invertir apartar ponerle meterle darle gastarle pagarle invertirle spend pay do put go to up that those quite even the like about for ahorita ahora mensuales presupuesto budget ya i we swing manage");
    private static readonly FrozenSet<string> Copulas = Set("son es eran era serian seria de a los it its was is unos como the sean dije");
    private static readonly Phrases Instead = new("(en vez|en lugar|instead|rather than) (de|of)? (los|unos)?", "(dije|puse|escribi|mande|anote|said|wrote|typed|put|told) (you|que|te|eran|de|como|unos)?", "(te|le|les|habia|habiamos) (dije|dicho|puse|puesto) (que|eran|unos|como)?");
    private static readonly Phrases After = new(
        "no (puedo|podria|podemos|tengo|tenemos|llego|alcanzo|me alcanza|creo|i cant|way|hay)", "no $", "(es|esta|son|se me hace|its|is|seria|estan|thats) (muy|mucho|demasiado|too|bastante|carisimo|caro|un poco|a bit|a lot) *", "(es|is|son|seria) (mucho|demasiado|imposible|caro|bastante)",
        "(esta|se me hace) (caro|mucho|muy|dificil|pesado|cabron)", "(mucho|demasiado|too) (dinero|much|para|high)?", "(se me hace|me queda|se sale|sounds) *");
    private static readonly Phrases Retracts = new("(wait|espera|esperate|espere|perdon|digo|ay|oh|sorry|uy|hold on|actually)");
    private static readonly Phrases More = new("(mas|more|pasar|subir|otro)");

    public static Refusal Of(Message message, Amount amount, int floor)
    {
        if (After.At(message, amount.Span.End) is { } after && message[amount.Span.End].Before <= Gap.Comma && !More.In(message, after.End, Math.Min(message.Count, after.End + 2))
            && !(message.Is(after.End, "mas") || after.End < message.Count && Currencies.Of(message[after.End]) is not null) && !(message.Is(after.Start, "no") && after.Length == 1 && message[after.Start].Before > Gap.Space && Numbered(message, after.End)))
        {
            return Refusal.Full;
        }

        if (Instead.Find(message, Math.Max(floor, amount.Span.Start - 4), amount.Span.Start) is { } instead && Instead.At(message, instead.Start)?.End == amount.Span.Start)
            return Refusal.Contrasted;

        return Before(message, amount, floor);
    }

    private static bool Numbered(Message message, int at) => at < message.Count && NumberWords.At(message, at) is not null;

    private static Refusal Before(Message message, Amount amount, int floor)
    {
        var able = false;
        for (var i = amount.Span.Start - 1; i >= floor && !message.Starts(i + 1); i--)
        {
            var text = message[i].Text;
            if (text is "cant" or "couldnt" or "dont" or "wont" or "didnt" or "isnt" or "doesnt")
                return Refusal.Full;
            if (text is "ni")
                return Refusal.Full;
            if (text is "no" or "not" or "nel" && Retracts.Find(message, Math.Max(floor, i - 1), i) is not null)
                return Refusal.None;
            if (text is "no" or "not" or "nel")
                return message.Is(i + 1, "se") && !able ? Refusal.None : able ? Refusal.Full : Refusal.Contrasted;
            if (Able.Contains(text))
                able = true;
            else if (!Passed.Contains(text) && !Copulas.Contains(text))
                return Refusal.None;
        }

        return Refusal.None;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
