using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

/// <summary>Builds utterances that show only what matters to a case.</summary>
internal static class Reads
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6));

    /// <summary>Tuesday 24 at 10:00 and 15:00, Wednesday 25 at 11:00 and 16:30, Thursday 26 at 9:00.</summary>
    public static readonly DateTimeOffset[] Offer = [At(24, 10), At(24, 15), At(25, 11), At(25, 16, 30), At(26, 9)];

    public static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(-6));

    public static Reading Of(string text, Field? asked = null, string last = "", Lead? known = null) =>
        Reader.Read(new() { Text = text, Now = Now, Asked = asked, LastReply = last, Known = known ?? Lead.Unknown });

    public static SlotReading Slot(string text, string last = "¿Te late alguno de estos horarios?", DateTimeOffset[]? offer = null) =>
        Reader.Read(new() { Text = text, Now = Now, Offered = offer ?? Offer, LastReply = last }).Slot;
}
