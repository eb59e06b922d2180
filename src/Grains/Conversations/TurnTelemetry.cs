using System.Diagnostics;
using System.Diagnostics.Metrics;
using OutletBot.Inbox;
using OutletBot.ReadModel;

namespace OutletBot.Conversations;

/// <summary>Spans and metrics of turns. No tag ever holds a contact or a word of theirs.</summary>
internal static class TurnTelemetry
{
    /// <summary>Name of the activity source and of the meter.</summary>
    public const string Name = "OutletBot.Turns";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("outletbot.turns", "{turn}", "Turns decided.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("outletbot.turn.duration", "s", "From the first look at a message to the committed decision, quiet period included.");
    private static readonly Histogram<double> ToReply = Meter.CreateHistogram<double>("outletbot.reply.delay", "s", "From the lead's message to our reply accepted by GHL.");
    private static readonly Counter<long> Effects = Meter.CreateCounter<long>("outletbot.effects", "{effect}", "Effects done in GHL.");
    private static readonly Counter<long> Bookings = Meter.CreateCounter<long>("outletbot.bookings", "{booking}", "Appointments booked.");

    /// <summary>A turn's span, in the trace of the webhook that caused it.</summary>
    public static Activity? Start(InboxEvent first) =>
        ActivityContext.TryParse(first.TraceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity("turn", ActivityKind.Consumer, parent)
            : Source.StartActivity("turn", ActivityKind.Consumer, default(ActivityContext));

    /// <summary>An effect's span, in the trace of its turn; after a crash a trace of its own.</summary>
    public static Activity? Start(Effect effect, ActivityContext turn) => Source.StartActivity(effect.GetType().Name, ActivityKind.Internal, turn);

    public static void Decided(string location, Conversation next, TimeSpan took)
    {
        Turns.Add(1, new TagList { { "location", location }, { "stage", next.Stage.ToString() } });
        Duration.Record(took.TotalSeconds);
    }

    public static void Done(string location, Effect effect)
    {
        Effects.Add(1, new TagList { { "effect", effect.GetType().Name } });
        if (effect is BookSlot) Bookings.Add(1, new TagList { { "location", location } });
    }

    public static void Recorded(Conversation conversation)
    {
        var asked = conversation.Unrecorded.LastOrDefault(m => m.Author == Author.Lead);
        var answered = conversation.Unrecorded.LastOrDefault(m => m.Author == Author.Bot);
        if (asked is not null && answered is not null) ToReply.Record(Math.Max(0, (answered.At - asked.At).TotalSeconds));
    }
}
