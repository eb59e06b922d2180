namespace OutletBot.Conversations;

/// <summary>What the lead is after with a message.</summary>
public enum Intent
{
    /// <summary>Something else, or nothing that can be told.</summary>
    Other = 0,

    /// <summary>Gives information, as an answer or unasked.</summary>
    Answer,

    /// <summary>Asks something.</summary>
    Question,

    /// <summary>Only greets.</summary>
    Greeting,

    /// <summary>Says yes to what our last message proposed.</summary>
    Confirm,

    /// <summary>Says no to what our last message proposed.</summary>
    Deny,

    /// <summary>Chooses, or tries to choose, one of the offered times.</summary>
    ChooseSlot,

    /// <summary>Wants other times than those offered.</summary>
    MoreSlots,

    /// <summary>Wants to move a booked appointment.</summary>
    Reschedule,

    /// <summary>Wants to cancel a booked appointment.</summary>
    Cancel,

    /// <summary>"Stop writing to me."</summary>
    OptOut,

    /// <summary>Asks to be written to again after an opt-out.</summary>
    OptIn,

    /// <summary>Not now, not interested.</summary>
    NotInterested,

    /// <summary>Wants a person.</summary>
    Human,
}

/// <summary>What a question is about.</summary>
public enum Topic
{
    /// <summary>Something that only the business facts can tell.</summary>
    Other = 0,

    /// <summary>What it costs.</summary>
    Price,

    /// <summary>Whether they speak with a machine, or who this is.</summary>
    Bot,

    /// <summary>Where the business is.</summary>
    Place,

    /// <summary>What the service is or how it works; "mándame info".</summary>
    Service,

    /// <summary>How long it takes, opening hours.</summary>
    Time,

    /// <summary>Guarantee, references, trust.</summary>
    Trust,

    /// <summary>The appointment: how, where, with whom.</summary>
    Appointment,
}

/// <summary>How a message relates to the times on offer.</summary>
public enum SlotMatch
{
    /// <summary>It says nothing about them.</summary>
    None = 0,

    /// <summary>It means exactly one: <see cref="SlotReading.Matches"/> holds it.</summary>
    One,

    /// <summary>It means several: ask which of <see cref="SlotReading.Matches"/>.</summary>
    Several,

    /// <summary>It asks for a time that is not offered, see <see cref="SlotReading.Wish"/>.</summary>
    NotOffered,

    /// <summary>Any will do: propose one, and book it on a yes.</summary>
    Any,
}

/// <summary>The slot part of a reading.</summary>
/// <param name="Match">How the message relates to the offer.</param>
/// <param name="Matches">Indexes from 0 into the offer.</param>
/// <param name="Wish">The time asked for, where it is not offered, in the location's zone.</param>
public sealed record SlotReading(SlotMatch Match, IReadOnlyList<int> Matches, SlotWish? Wish = null)
{
    /// <summary>Nothing said about times.</summary>
    public static SlotReading Nothing { get; } = new(SlotMatch.None, []);
}

/// <summary>A time that a lead asks for, as far as it was said.</summary>
/// <param name="Date">The day.</param>
/// <param name="Time">The hour.</param>
/// <param name="FromHour">First hour of a part of day, 0 to 23.</param>
/// <param name="ToHour">Hour that a part of day ends before, 1 to 24.</param>
public sealed record SlotWish(DateOnly? Date, TimeOnly? Time, int? FromHour = null, int? ToHour = null)
{
    /// <summary>The last day, where a span of days is meant that begins with <see cref="Date"/>: a weekend, a week; null for one day.</summary>
    public DateOnly? LastDate { get; init; }
}

/// <summary>What one message (its fragments joined) says, read without a model.</summary>
public sealed record Reading
{
    /// <summary>New values; null where the message brings none.</summary>
    public Lead Fields { get; init; } = Lead.Unknown;

    /// <summary>What the lead is after.</summary>
    public Intent Intent { get; init; }

    /// <summary>What a question is about, when there is one, whatever the intent.</summary>
    public Topic? Question { get; init; }

    /// <summary>What was said about the times on offer.</summary>
    public SlotReading Slot { get; init; } = SlotReading.Nothing;

    /// <summary>The message's language, <c>es</c> or <c>en</c>, null when it does not show.</summary>
    public string? Language { get; init; }

    /// <summary>An amount was named in a currency that is not US dollars (ISO code or the word used): ask back in dollars.</summary>
    public string? ForeignCurrency { get; init; }

    /// <summary>A mistyped address's likely form ("¿maria@gmail.com?"): ask back. <see cref="Lead.Email"/> is null then.</summary>
    public string? EmailToConfirm { get; init; }

    /// <summary>How it is meant, where that asks for a word of its own.</summary>
    public Mood Mood { get; init; }
}
