namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    /// <summary>Whoever writes after so long comes back: the contact is read again and what hung in the air is begun afresh.</summary>
    private static readonly TimeSpan AwayFor = TimeSpan.FromDays(3);

    private const string WelcomeBack = "welcomeBack";

    /// <summary>The line that the next reply begins with, null for none.</summary>
    public string? OpensWith { get; init; }

    /// <summary>Whether nothing has happened for so long that the contact may have changed in GHL.</summary>
    public bool IsStale(DateTimeOffset now) => ContactRead && Effects.Count == 0 && Turn > 0 && now - UpdatedAt >= AwayFor;

    /// <summary>The lead comes back: nothing that was given is forgotten, nothing that was asked counts any more.</summary>
    private Conversation Returned(Setting setting) => this with
    {
        OpensWith = WelcomeBack,
        // What a booking does not need is asked once in a conversation.
        AskCounts = AskCounts.RemoveRange(setting.Location.Playbook.Fields.Where(spec => spec.Required).Select(spec => spec.Field)),
        Tries = 0,
        Nudges = 0,
        Asked = null,
        Proposed = null,
        Closed = false,
        Offer = [],
        OfferCount = 0,
    };

    private sealed partial class Draft
    {
        /// <summary>The lead said goodbye to an appointment of the past, or has something new in mind.</summary>
        private Decision AfterTheAppointment()
        {
            State = State with { Stage = Stage.Qualifying, Appointment = null, Moving = false, Offer = [], OfferCount = 0, Tries = 0 };
            Untag(Tags.Scheduled);
            if (State.Missing(_setting.Location).Count > 0 || WantsAnAppointment) return Qualify();
            State = State with { Closed = true };
            var opening = Opening(Say.Welcome(WelcomeBack, State.Lead));
            Reply(Phrases.Join(opening, Say.Line("anotherAppointment", State.Turn)));
            return Finish();
        }

        private bool WantsAnAppointment => Reading.Intent is Intent.Reschedule or Intent.MoreSlots or Intent.ChooseSlot || Reading.Slot.Wish is not null
            || Understanding.AppointmentWish.In(_before.Unanswered);

        /// <summary>Somebody whose budget was too small comes back: it may have grown.</summary>
        private Decision AskForANewBudget()
        {
            Reply(Phrases.Join(Opening(), Say.Line("nurtureBack", State.Turn)));
            return Finish();
        }

        private bool Opens => Greets || State.OpensWith is not null;

        /// <summary>The first words, to a new lead or to one who comes back, and the answer to whoever begins with a question.</summary>
        private string Opening() => Opening(Greets ? Say.Greeting(State.Lead) : Say.Welcome(State.OpensWith!, State.Lead));

        private string Opening(string greeting) => Answer() is not { } answer ? greeting
            // She says who she is once.
            : Greets && Reading.Question == Topic.Bot ? answer
            : Phrases.Join(greeting, answer);
    }
}
