namespace OutletBot.Conversations;

/// <summary>The tags that the bot sets in GHL.</summary>
public static class Tags
{
    /// <summary>All fields known, budget sufficient, appointment booked.</summary>
    public const string Qualified = "qualified-lead";

    /// <summary>Budget under the minimum.</summary>
    public const string Nurture = "nurture-lead";

    /// <summary>An appointment stands.</summary>
    public const string Scheduled = "appointment-scheduled";

    /// <summary>"No me interesa."</summary>
    public const string NotInterested = "not-interested";

    /// <summary>Nothing may be sent.</summary>
    public const string OptedOut = "opted-out";

    /// <summary>A person must look.</summary>
    public const string NeedsHuman = "needs-human";
}
