using System.Collections.Frozen;

namespace OutletBot.Understanding;

/// <summary>Tells Spanish from English by the small words.</summary>
internal static class LanguageReader
{
    private static readonly FrozenSet<string> Spanish = Set("hola buenas buenos que de el los las un una por para con mi tu su es soy estoy tengo quiero necesito si pero como cuanto cuando donde gracias favor y muy mas mes al del lo le se yo nos ya hay esta eso este mejor tarde manana lunes martes miercoles jueves viernes sabado domingo puedo me llamo ventas clientes negocio claro vale dale segundo primero gusto correo ninguna cualquiera opcion mil pesos dolares quinientos vendo busco ahorita dias tardes noches unos como en");
    private static readonly FrozenSet<string> English = Set("hi hello hey the i im my you your is are am and or but for to with of in on at it its what how when where who do does dont can cant want need have yes yeah sure thanks thank please morning afternoon evening monday tuesday wednesday thursday friday saturday sunday tomorrow today month business more name works first second third dollars bucks this that about would like not good great we our looking stop any");

    public static string? Read(Message message)
    {
        var spanish = 0;
        var english = 0;
        for (var i = 0; i < message.Count; i++)
        {
            spanish += Spanish.Contains(message[i].Text) ? 1 : 0;
            english += English.Contains(message[i].Text) ? 1 : 0;
        }

        if (message.Source.AsSpan().IndexOfAny('ñ', '¿', '¡') >= 0)
            spanish += 2;
        return spanish == english ? null : spanish > english ? "es" : "en";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
