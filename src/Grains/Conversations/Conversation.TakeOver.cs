using System.Text.Json.Serialization;
using OutletBot.Agent;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    private const int ReadIdsKept = 20;

    /// <summary>When the hand-off began, null while there is none.</summary>
    public DateTimeOffset? HandedOffSince { get; init; }

    /// <summary>The tags that switch us off and on, as far as they stand on the contact.</summary>
    public IReadOnlyList<string> SwitchTags { get; init; } = [];

    /// <summary>What is older than this says nothing about <see cref="SwitchTags"/>.</summary>
    public DateTimeOffset? SwitchedAt { get; init; }

    /// <summary>GHL's ids of messages that were read there on release: their webhooks may yet come.</summary>
    public IReadOnlyList<string> ReadIds { get; init; } = [];

    /// <summary>Whether a hand-off has lasted too long. One by tag lasts as long as the tag.</summary>
    public bool IsHandOffOver(Setting setting) =>
        Stage == Stage.HandedOff && setting.Now - HandedOffAt > setting.HandOffTimeout && !SwitchTags.Contains(setting.TakeOverTag);

    /// <summary>Whether an event would give the conversation back to us.</summary>
    public bool IsReleasedBy(InboxEvent e, Setting setting) => Stage == Stage.HandedOff && e.Kind switch
    {
        InboxEventKind.Release => true,
        InboxEventKind.LeadMessage => IsHandOffOver(setting),
        InboxEventKind.TagsChanged => Switches(e, setting) == true,
        _ => false,
    };

    /// <summary>Takes over what the contact's tags say when it is read first.</summary>
    public Conversation KnowSwitch(IEnumerable<string> tags, Setting setting) => tags.Contains(setting.TakeOverTag, StringComparer.OrdinalIgnoreCase)
        ? HandOff(setting.Now) with { SwitchTags = [setting.TakeOverTag] }
        : this;

    /// <summary>Our own message, come back under whatever sender GHL shows.</summary>
    private bool IsOurs(InboxEvent e)
    {
        var text = Shorten(e.Text, RememberedText);
        return SentIds.Contains(e.MessageId)
            || (text.Length > 0 && (Effects.OfType<SendReply>().Any(send => Shorten(send.Text, RememberedText) == text) || History.Any(spoken => !spoken.ByLead && !spoken.Overheard && spoken.Text == text)));
    }

    private Conversation OnPerson(InboxEvent e, Setting setting)
    {
        // A webhook that comes after the release it was read on says nothing new.
        return IsOurs(e) || ReadIds.Contains(e.MessageId) ? this : HandOff(setting.Now).Answered(e.Text) with { Unrecorded = [.. Unrecorded, Row(e, Author.Person)] };
    }

    /// <summary>A person's words answer all that the lead wrote before them.</summary>
    private Conversation Answered(string text) =>
        Remember(byLead: true, Unanswered, overheard: true).Remember(byLead: false, text, overheard: true) with { Unanswered = "", UnansweredAttachment = null };

    private Conversation HandOff(DateTimeOffset now) => this with
    {
        Stage = Stage.HandedOff,
        StageBefore = Stage == Stage.HandedOff ? StageBefore : Stage,
        HandedOffAt = now,
        HandedOffSince = Stage == Stage.HandedOff ? HandedOffSince ?? HandedOffAt : now,
        MustGreet = false,
        SilentSince = null,
        // A person answers now: what was about to be said is not said any more.
        Effects = Unsaid(Effects),
    };

    /// <summary>What was withdrawn and never left was not said: nobody has read it, and it answers nothing.</summary>
    public Conversation Unsent(SendReply send)
    {
        var without = this with { Effects = [.. Effects.Where(e => e.Id != send.Id)] };
        var last = History.LastOrDefault(IsOurWord);
        // A follow-up is remembered only when it is said.
        return send.Until is not null || last?.Text != Shorten(send.Text, RememberedText) ? without : without with { History = [.. History.Where(spoken => !ReferenceEquals(spoken, last))] };
    }

    private static bool IsOurWord(Spoken spoken) => spoken is { ByLead: false, Overheard: false };

    private static IReadOnlyList<Effect> Unsaid(IReadOnlyList<Effect> effects) =>
        [.. effects.Where(e => e is not StartWorkflow).Select(e => e is SendReply send ? send with { Withdrawn = true } : e)];

    /// <summary>What an effect led to while a person answers or the lead has opted out: it is noted, and nothing is said.</summary>
    private Conversation Silenced(Conversation outcome) => outcome with
    {
        Stage = Stage,
        StageBefore = Stage != Stage.HandedOff ? StageBefore : outcome.Stage == Stage.HandedOff ? StageBefore : outcome.Stage,
        HandedOffAt = HandedOffAt,
        HandedOffSince = HandedOffSince,
        SilentSince = null,
        History = History,
        Summary = Summary,
        Offer = [],
        Effects = Unsaid(outcome.Effects),
    };

    /// <summary>Whether changed tags give the conversation to a person (false) or back to us (true); null when neither.</summary>
    private bool? Switches(InboxEvent e, Setting setting)
    {
        if (e.SentAt < SwitchedAt) return null;
        var now = TagsOf(e);
        if (now.Contains(setting.TakeOverTag) && !SwitchTags.Contains(setting.TakeOverTag)) return false;
        var on = now.Contains(setting.ReleaseTag) && !SwitchTags.Contains(setting.ReleaseTag);
        return on || (SwitchTags.Contains(setting.TakeOverTag) && !now.Contains(setting.TakeOverTag)) ? true : null;
    }

    private Conversation OnTags(InboxEvent e, Setting setting)
    {
        if (e.SentAt < SwitchedAt) return this;
        var switched = Switches(e, setting);
        var known = this with { SwitchTags = TagsOf(e), SwitchedAt = e.SentAt };
        return switched switch
        {
            false => known.HandOff(setting.Now),
            true => known.Release(setting),
            null => known,
        };
    }

    private static string[] TagsOf(InboxEvent e) => (e.Detail ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
