namespace OutletBot.Understanding;

/// <summary>Whether somebody asks for a moment and will write again: nothing is asked of them meanwhile.</summary>
internal static class Postponed
{
    private static readonly Phrases Asks = new(
        "(al rato|al ratito|luego|despues|ahorita|orita|en un rato|en un ratito|en un momento|mas tarde|mas al rato|en la noche|en la tarde|a la hora de la comida|cuando (salga|llegue|pueda|termine|me desocupe)) (te|le|les|lo|los) (contesto|respondo|escribo|digo|mando|paso|aviso|sigo|platico|cuento|hablo)",
        "(te|le|les|lo|los) (contesto|respondo|escribo|digo|mando|paso|aviso|sigo) (al rato|al ratito|luego|despues|ahorita|orita|en un rato|en un momento|mas tarde|en la noche|en la tarde|cuando)", "(dame|deme|denme|permiteme|permitame) (un|unos|una) (momento|momentito|minuto|minutos|rato|ratito|segundo|hora|chance)", "(un|1) (momento|momentito|minuto|segundo) (por favor|porfa)? $",
        "(ill|i will|let me) (text|write|message|answer|reply|get back to) you (later|back|soon|in|when|after|tonight)", "(give me|one|just) (a|one|1)? (sec|second|minute|min|moment) $", "(im|i am) (driving|at work|working|busy|in a meeting) ..", "(estoy|ando|voy) (manejando|trabajando|ocupado|ocupada|en una junta|en el trabajo|en junta|saliendo) ..");

    private const int Longest = 12;

    public static bool In(string text)
    {
        var message = Message.Of(text);
        return message.Count <= Longest && Asks.In(message) && !message.Asks();
    }
}
