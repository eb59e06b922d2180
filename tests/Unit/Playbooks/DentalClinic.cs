using OutletBot.Conversations;
using OutletBot.Playbooks;
using OutletBot.Understanding;

namespace OutletBot.Unit.Playbooks;

/// <summary>The second line of business that ships, as tests use it.</summary>
internal static class DentalClinic
{
    public static readonly Field Treatment = new("treatment");

    public static readonly Field Insurance = new("insurance");

    public static readonly Playbook Playbook = PlaybookSource.BuiltIn("dental-clinic");

    /// <summary>Reads a message of a lead there.</summary>
    public static Reading Read(string text, Field? asked = null, string last = "", Lead? known = null) => Reader.Read(new()
    {
        Text = text,
        Asked = asked,
        LastReply = last,
        Known = known ?? Lead.Unknown,
        Fields = Playbook.Fields,
        Now = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-6)),
    });
}
