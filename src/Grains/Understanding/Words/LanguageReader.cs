using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Tells Spanish from English by the small words.</summary>
internal static class LanguageReader
{
    private static readonly FrozenSet<string> Spanish = Set("hola buenas buenos que de el los las un una por para con mi tu su es soy estoy tengo quiero necesito si pero como cuanto cuando donde gracias favor y muy mas mes al del lo le se yo nos ya hay esta eso este mejor tarde manana lunes martes miercoles jueves viernes sabado domingo puedo me llamo ventas clientes negocio claro vale dale segundo primero gusto correo ninguna cualquiera opcion mil pesos dolares quinientos vendo busco ahorita dias tardes noches unos como en");
    private static readonly FrozenSet<string> English = Set("hi hello hey the i im my you your is are am and or but for to with of in on at it its what how when where who do does dont can cant want need have yes yeah sure thanks thank please morning afternoon evening monday tuesday wednesday thursday friday saturday sunday tomorrow today month business more name works first second third dollars bucks this that about would like not good great we our looking stop any there");

    private static readonly FrozenSet<string> Unmistakable = Set("hola buenas gracias quiero tengo necesito soy estoy cuanto donde cuando como si claro vale dale puedo ventas clientes negocio manana lunes martes miercoles jueves viernes sabado domingo tarde ahorita ninguna cualquiera correo gusto hello what how when where want need have yes yeah im dont cant morning afternoon tomorrow monday tuesday wednesday thursday friday saturday sunday looking works would");
    private static readonly FrozenSet<string> Particles = Set("de del la las los el y san me no a in an");

    /// <summary>Null where nothing, or only a name, a brand or a word that both languages use, shows it.</summary>
    public static string? Read(Message message)
    {
        var spanish = 0;
        var english = 0;
        var (clearSpanish, clearEnglish, ownSpanish) = (false, false, 0);
        for (var i = 0; i < message.Count; i++)
        {
            // A thumb is read as a yes, and shows no language.
            if (!char.IsLetter(message.Source[message[i].Start]))
                continue;

            spanish += Spanish.Contains(message[i].Text) ? 1 : 0;
            english += English.Contains(message[i].Text) ? 1 : 0;
            ownSpanish += Spanish.Contains(message[i].Text) && !Particles.Contains(message[i].Text) ? 1 : 0;
            if (Unmistakable.Contains(message[i].Text))
                (clearSpanish, clearEnglish) = (clearSpanish || Spanish.Contains(message[i].Text), clearEnglish || English.Contains(message[i].Text));
        }

        if (message.Source.AsSpan().IndexOfAny('¿', '¡') >= 0)
            (spanish, clearSpanish) = (spanish + 2, true);
        if (spanish > english)
            return clearSpanish || (spanish >= 2 && ownSpanish > 0) ? "es" : null;
        return english > spanish && (clearEnglish || english >= 2) ? "en" : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
