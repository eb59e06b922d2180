namespace OutletBot.Understanding;

/// <summary>What is asked of an appointment that code knows the answer to.</summary>
internal static class AppointmentQuestion
{
    private const string Appointment = "(cita|llamada|reunion|consulta|asesoria|sesion|visita|appointment|call|meeting|consultation|visit)";

    private static readonly Phrases When = new(
        $"(a)? (que|cual) (dia|hora|horas|fecha) (y|e)? (a)? (que)? (dia|hora)? (es|era|seria|quedo|quedamos|tengo|tenemos|fue|nos vemos) ..",
        $"(cuando|para cuando) (es|era|seria|quedo|quedamos|tengo|tenemos|nos vemos) (mi|la|nuestra|esa)? {Appointment}?", "(cuando|a que hora) (nos vemos|quedamos)",
        $"(when|what time|what day) (is|was|did) (my|the|our|it|we) {Appointment}? ..", "(me)? (recuerdas|recuerdame|recuerdan|confirmas|remind me) .. (hora|cita|dia|fecha|when|time|appointment)");

    private static readonly Phrases Length = new(
        $"(cuanto|cuantos minutos|que tanto) (tiempo)? (dura|duraria|durara|tarda|tardaria|se tarda|toma|lleva|es) (mas o menos)? (la|esa|mi|una|nuestra)? {Appointment}",
        "^ (y|oye|hola)? (cuanto|que tanto) (tiempo)? (dura|duraria|durara) (mas o menos)? $",
        $"how long (is|does|will|would) (it|the|this|my|that)? {Appointment} ..", "^ (and)? how long (is|does|will|would) it (take|last|be)? $", $"(cuanto tiempo|how long|how much time) .. {Appointment} $");

    /// <summary>Whether a stretch asks when the appointment is.</summary>
    public static bool AsksWhen(string text) => When.In(Message.Of(text));

    /// <summary>Whether a stretch asks how long the appointment takes.</summary>
    public static bool AsksLength(string text) => Length.In(Message.Of(text));
}
