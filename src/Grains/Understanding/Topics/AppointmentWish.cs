namespace OutletBot.Understanding;

/// <summary>Whether somebody without an appointment asks for one.</summary>
internal static class AppointmentWish
{
    private static readonly Phrases Wish = new(
        "(quiero|quisiera|necesito|puedo|podemos|podriamos|gustaria|me gustaria|deseo|want|need|like|can|could) .. (cita|llamada|reunion|appointment|call|meeting|agendar|reservar|reagendar|schedule|book)", "(quiero|quisiera|necesito|dame|busca|buscame|want|need|give me|find me) (otra|otro|una|un|another|a) (hora|horario|dia|fecha|espacio|time|day|slot)",
        "(otra|nueva|another|new) (cita|llamada|reunion|appointment|call|meeting)", "(agendame|agendamos|agendemos|agenda|agendar|reservame|book|schedule) ..");

    private static readonly Phrases Not = new("(no|ya no|dont|not) (quiero|necesito|puedo|want|need)");

    public static bool In(string text)
    {
        var message = Message.Of(text);
        return Wish.In(message) && !Not.In(message);
    }
}
