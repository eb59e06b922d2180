using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.ReadModel;

namespace OutletBot.Conversations;

/// <summary>
/// One conversation with one lead, as it is stored: an immutable value whose methods decide everything and do nothing.
/// Time and all other facts are passed in, so that every history of messages, failures and crashes can be replayed.
/// </summary>
internal sealed partial record Conversation
{
    /// <summary>Messages that the model sees.</summary>
    public const int HistoryLength = 12;

    private const int HandledLength = 64;
    private const int RememberedText = 400;
    private const int SummaryLength = 400;

    public Stage Stage { get; init; }

    public string Language { get; init; } = "es";

    public Lead Lead { get; init; } = Lead.Unknown;

    /// <summary>What the last reply asked for.</summary>
    public Field? Asked { get; init; }

    /// <summary>How often each field was asked.</summary>
    [JsonConverter(typeof(AskCountsJson))]
    public ImmutableDictionary<Field, int> AskCounts { get; init; } = ImmutableDictionary<Field, int>.Empty;

    /// <summary>How often the open question was asked in vain, one after another.</summary>
    public int Tries { get; init; }

    /// <summary>The times on offer, in the order shown, with the location's offset.</summary>
    public IReadOnlyList<DateTimeOffset> Offer { get; init; } = [];

    /// <summary>How often a time was asked for without a choice.</summary>
    public int OfferCount { get; init; }

    /// <summary>The one time that was proposed when any would do.</summary>
    public DateTimeOffset? Proposed { get; init; }

    public BookedAppointment? Appointment { get; init; }

    /// <summary>Whether the times on offer are to move <see cref="Appointment"/>.</summary>
    public bool Moving { get; init; }

    /// <summary>Whether the last word was a farewell: nothing is asked until the lead comes back.</summary>
    public bool Closed { get; init; }

    public IReadOnlyList<Spoken> History { get; init; } = [];

    /// <summary>What stood before <see cref="History"/>, shortened.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the lead wrote and nobody has answered.</summary>
    public string Unanswered { get; init; } = "";

    /// <summary>An unanswered message without text, by its kind.</summary>
    public string? UnansweredAttachment { get; init; }

    /// <summary>A lead from a form is to be written to first.</summary>
    public bool MustGreet { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Tags that we set and still stand.</summary>
    public IReadOnlyList<string> TagsSet { get; init; } = [];

    public DateTimeOffset? HandedOffAt { get; init; }

    /// <summary>Where to go on after a hand-off.</summary>
    public Stage StageBefore { get; init; }

    /// <summary>Why a person is needed.</summary>
    public string? NeedsHuman { get; init; }

    /// <summary>Turns so far.</summary>
    public long Turn { get; init; }

    /// <summary>Effects that are not known to be done, in order.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Inbox ids of the latest events that are part of this value.</summary>
    public IReadOnlyList<long> Handled { get; init; } = [];

    /// <summary>Inbox ids of the last turns that may not be marked as handled in the inbox yet.</summary>
    public IReadOnlyList<long> Unmarked { get; init; } = [];

    /// <summary>Messages that may not be in the read model yet.</summary>
    public IReadOnlyList<MessageRow> Unrecorded { get; init; } = [];

    /// <summary>GHL's ids of our latest messages: one that is looked for after a crash is none of these.</summary>
    public IReadOnlyList<string> SentIds { get; init; } = [];

    /// <summary>Whether the contact was read from GHL.</summary>
    public bool ContactRead { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public decimal CostUsd { get; init; }

    /// <summary>When the conversation last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether the lead waits for a word from us.</summary>
    [JsonIgnore]
    public bool AwaitsReply => Stage != Stage.HandedOff && (Unanswered.Length > 0 || UnansweredAttachment is not null || MustGreet);

    /// <summary>Whether the lead writes to a person: only an opt-out is heard then.</summary>
    [JsonIgnore]
    public bool IsOverheard => Stage == Stage.HandedOff && Unanswered.Length > 0;

    /// <summary>Whether the next turn must wait for an effect.</summary>
    [JsonIgnore]
    public bool IsHeld => Effects.Any(e => e.HoldsTheConversation);

    /// <summary>Our last message.</summary>
    [JsonIgnore]
    public string LastReply => History.LastOrDefault(s => !s.ByLead)?.Text ?? "";

    /// <summary>Whether nothing was ever said by us.</summary>
    [JsonIgnore]
    public bool IsFirstReply => Summary.Length == 0 && !History.Any(s => !s.ByLead);

    /// <summary>
    /// The fields still to be asked, in the order of asking. What a booking does not need comes once; where a budget is asked, the
    /// e-mail comes after it, and only when it suffices.
    /// </summary>
    public IReadOnlyList<Field> Missing(LocationSettings location)
    {
        var gated = location.BudgetGate is { } minimum && !(Lead.MonthlyBudgetUsd >= minimum);
        return [.. location.Playbook.Fields
            .Where(spec => !Lead.Has(spec.Field) && (spec.Required || AskCounts.GetValueOrDefault(spec.Field) == 0))
            .Select(spec => spec.Field)
            .Where(field => field != Field.Email || !gated || !Lead.Has(Field.Budget))
            .OrderBy(field => field == Field.Email && gated)];
    }

    /// <summary>Adds to what is remembered; what falls out of the window leaves a trace in the summary.</summary>
    private Conversation Remember(bool byLead, string text, bool overheard = false)
    {
        if (text.Length == 0) return this;
        IReadOnlyList<Spoken> all = [.. History, new Spoken(byLead, Shorten(text, RememberedText)) { Overheard = overheard }];
        if (all.Count <= HistoryLength) return this with { History = all };
        var leaving = all[0];
        var summary = leaving.ByLead ? Shorten($"{Summary} · {Shorten(leaving.Text, 80)}".TrimStart(' ', '·'), SummaryLength, fromEnd: true) : Summary;
        return this with { History = [.. all.Skip(all.Count - HistoryLength)], Summary = summary };
    }

    private static string Shorten(string text, int length, bool fromEnd = false)
    {
        if (text.Length <= length) return text;
        var cut = fromEnd ? text.Length - length : length;
        // A surrogate pair is never split: half a character is no JSON.
        if (char.IsLowSurrogate(text[cut])) cut--;
        return fromEnd ? text[cut..] : text[..cut];
    }
}

/// <summary>An appointment of this conversation.</summary>
/// <param name="Id">GHL's id.</param>
/// <param name="Start">Start, with the location's offset.</param>
internal sealed record BookedAppointment(string Id, DateTimeOffset Start);
