namespace OutletBot.Understanding;

/// <summary>Finds the wish not to keep an appointment, whichever verb and form of address says it.</summary>
internal static class Cancellation
{
    private const string Ours = "(la|mi|esa|esta|nuestra|el|ese|este|nuestro|lo|my|the|that|this|our) (de|del)? (cita|reunion|llamada|reserva|reservacion|espacio|lugar|turno|horario|agenda|consulta|visita|jueves|viernes|lunes|martes|miercoles|sabado|domingo|manana)";

    private static readonly Phrases Wish = new(
        $"{Requests.Of("suspender desprogramar")} {Ours}", Requests.Of("cancelar anular desagendar"),
        $"{Requests.Of("eliminar borrar quitar liberar soltar:suelt tumbar descartar")} (la|mi|esa|esta|nuestra|el|ese) (cita|reunion|llamada|reserva|reservacion|turno)", $"{Requests.Of("liberar soltar:suelt")} (el|mi|ese) (espacio|lugar|horario)",
        $"{Requests.OfMe("quitar borrar sacar:saqu eliminar bajar")} (de) (la|su) agenda", "(dar|darle|den|denle|dele|de|dale|da) de baja (a)? (la|mi|esa) (cita|reunion|llamada|reserva)",
        "(ya|mejor)? no (me|nos) (espere|esperen|esperes)", "(ya|siempre|mejor)? no (asistire|acudire|ire|iremos|asistiremos|acudiremos)", "(siempre|ya|mejor) no (voy|vamos) (a ir|a asistir|ir|ya|gracias)? $",
        "(siempre|ya|mejor) no (voy|vamos) a (querer|ocupar|necesitar|tomar) ..", "(olvida|olviden|olvidemos|olvidate de|olvidense de|olvidese de) (la|mi|esa|lo de la) (cita|reunion|llamada|reserva|consulta)", "no (cuenten|cuentes|cuente) (conmigo|con nosotros)",
        "(scrap|drop|scratch|forget) (my|the|our|that) (appointment|meeting|call|booking|reservation)", "(wont|not going to|will not) (be) (there|coming|attending|able to attend)", "(wont|will not) (attend|come)");

    /// <summary>Somebody else's appointment: "mi otra cita", "la cita con el dentista".</summary>
    private static readonly Phrases Elsewhere = new(
        "(mi|la|una|my|the|a)? (otra|otro|other|another) (cita|reunion|llamada|junta|compromiso|appointment|meeting|call)",
        "(mi|la|el|una|my|the) (cita|reunion|llamada|consulta|junta|appointment|meeting) (con|del|with) (el|la|mi|un|una|my|the)? (doctor|doctora|dentista|medico|pediatra|banco|contador|abogado|cliente|clienta|proveedor|gym|escuela|salon|estilista|dentist|bank|client|lawyer|vet|veterinario)", "(la|el|mi|my) (doctors|dentist|dental) (appointment)");

    /// <summary>The first wish to cancel, null when there is none or only one that was already carried out elsewhere.</summary>
    public static Span? Find(Message message)
    {
        foreach (var wish in IntentWords.Cancel.All(message).Concat(Wish.All(message)).OrderBy(span => span.Start))
        {
            if (!Told.In(message, wish) && !Enumerable.Range(wish.Start, wish.Length + 1).Any(i => Elsewhere.At(message, i) is { } other && other.Start <= wish.End && other.End >= wish.End))
                return wish;
        }

        return null;
    }
}
