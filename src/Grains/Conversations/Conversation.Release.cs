using OutletBot.Agent;
using OutletBot.Crm;
using OutletBot.ReadModel;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    /// <summary>GHL's clock and ours may differ this much.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Gives the conversation back to us: what was said meanwhile is read, what the lead told the person is known, and their last message, if
    /// nobody answered it, still waits.
    /// </summary>
    private Conversation Release(Setting setting)
    {
        if (Stage != Stage.HandedOff) return (this with { NeedsHuman = null }).WithoutSwitches(setting);
        var caught = CatchUp(setting);
        var spoke = caught.History.Any(spoken => spoken is { Overheard: true, ByLead: false });
        var heard = caught.Heard(setting);
        var released = caught with
        {
            Stage = StageBefore == Stage.HandedOff ? Stage.Qualifying : StageBefore,
            HandedOffAt = null,
            HandedOffSince = null,
            NeedsHuman = null,
            Tries = 0,
            SilentSince = null,
            OfferCount = 0,
            // What the lead says now answers the person, not what we had asked or offered before.
            Asked = spoke ? null : Asked,
            Proposed = spoke ? null : Proposed,
            Offer = spoke ? [] : Offer,
            OpensWith = OpensWith ?? (spoke ? "resumed" : null),
            History = [.. caught.History.Select(spoken => spoken with { Overheard = false })],
        };
        return released.Learned(heard, setting).WithoutSwitches(setting);
    }

    /// <summary>Somebody took the tag off that had switched us off.</summary>
    public Conversation SwitchedOn(Setting setting) => (this with { SwitchTags = [] }).Release(setting)
        .Noted(setting, grounds => grounds with { SwitchedOn = true, Meanwhile = setting.Meanwhile });

    /// <summary>Adds what GHL shows of the time of the hand-off and no webhook brought.</summary>
    private Conversation CatchUp(Setting setting)
    {
        var since = (HandedOffSince ?? HandedOffAt) - ClockTolerance;
        var next = this with { Unanswered = "" };
        var waiting = Unanswered;
        foreach (var message in setting.Meanwhile.Where(m => m.At >= since && m.Text.Length > 0).OrderBy(m => m.At))
        {
            var text = message.Text.Trim();
            if (message.Inbound)
            {
                var at = waiting.IndexOf(text, StringComparison.Ordinal);
                if (at >= 0) waiting = waiting.Remove(at, text.Length).Trim('\n');
                else if (!next.Said(byLead: true, text)) next = next.Found(message, Author.Lead);
                else if (IsAnswered(message, text, setting)) continue;
                next = next with { Unanswered = Shorten(next.Unanswered.Length == 0 ? text : $"{next.Unanswered}\n{text}", UnansweredLength, fromEnd: true) };
            }
            else if (message.IsByPerson() && !SentIds.Contains(message.Id))
            {
                next = next.Said(byLead: false, text) ? next.Answered("") : next.Answered(text).Found(message, Author.Person);
            }
        }

        return next with { Unanswered = Shorten(string.Join('\n', new[] { next.Unanswered, waiting }.Where(text => text.Length > 0)), UnansweredLength, fromEnd: true) };
    }

    private bool Said(bool byLead, string text) => History.Any(spoken => Says(spoken, byLead, text));

    private static bool Says(Spoken spoken, bool byLead, string text) =>
        spoken.ByLead == byLead && $"\n{spoken.Text}\n".Contains($"\n{Shorten(text, RememberedText)}\n", StringComparison.Ordinal);

    /// <summary>Whether we answered what the lead said, or anybody spoke after it: our answer may have been withdrawn before it left.</summary>
    private bool IsAnswered(CrmMessage message, string text, Setting setting) =>
        History.Reverse().TakeWhile(spoken => !Says(spoken, byLead: true, text)).Any(IsOurWord)
        || setting.Meanwhile.Any(m => m.At >= message.At && (m.IsByPerson() || SentIds.Contains(m.Id)));

    private Conversation Found(CrmMessage message, Author author) => this with
    {
        ReadIds = [.. ReadIds.Append(message.Id).TakeLast(ReadIdsKept)],
        Unrecorded = [.. Unrecorded, new MessageRow { MessageId = message.Id, Author = author, Text = message.Text, At = message.At }],
    };

    /// <summary>What the lead told the person, each answer read with the person's question before it.</summary>
    private Lead Heard(Setting setting)
    {
        var heard = Lead;
        for (var i = 0; i < History.Count; i++)
        {
            if (History[i] is not { Overheard: true, ByLead: true } spoken) continue;
            var then = this with { Lead = heard, Asked = null, Offer = [], History = [.. History.Take(i)], Unanswered = spoken.Text };
            heard = heard.With(Thoughts.Of(then, setting).Listen().Fields);
        }

        return heard;
    }

    /// <summary>Takes new values over, for us and for GHL, outside of a decision.</summary>
    private Conversation Learned(Lead lead, Setting setting)
    {
        if (lead == Lead) return this;
        var turn = Turn + 1;
        return this with
        {
            Turn = turn,
            Lead = lead,
            Effects = [.. Effects, new UpdateContact { Id = $"{turn}-0", Since = setting.Now, Patch = News(Lead, lead) }],
        };
    }

    /// <summary>Takes the tags off that called a person or switched us, so that they can do so again.</summary>
    private Conversation WithoutSwitches(Setting setting)
    {
        string[] tags = [.. TagsSet.Where(tag => tag == setting.Tags.NeedsHuman), .. SwitchTags];
        if (tags.Length == 0) return this;
        var turn = Turn + 1;
        return this with
        {
            Turn = turn,
            TagsSet = [.. TagsSet.Except(tags)],
            Effects = [.. Effects, new RemoveTags { Id = $"{turn}-0", Since = setting.Now, Tags = tags }],
        };
    }
}
