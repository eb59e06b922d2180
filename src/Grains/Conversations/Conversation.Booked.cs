namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    /// <summary>The time was booked: one confirmation, tags, and a note with the lead's summary.</summary>
    public Conversation Booked(string effectId, BookedAppointment appointment, Setting setting) =>
        Outcome(new(effectId, appointment.Start, appointment.Id), setting, (draft, moved) => draft.Confirm(appointment, moved));

    /// <summary>The time was taken meanwhile: say so and offer fresh ones.</summary>
    public Conversation SlotTaken(string effectId, Setting setting) =>
        Outcome(new(effectId, TimeOf(effectId), null), setting, (draft, _) => draft.OfferFresh("taken"));

    /// <summary>Booking is refused for good: a person must do it.</summary>
    public Conversation BookingRefused(string effectId, string reason, Setting setting) =>
        Outcome(new(effectId, TimeOf(effectId), null, reason), setting, (draft, _) => draft.CallPerson("bookingFailed", reason));

    /// <summary>GHL refused something for good: the conversation stands in the operators' queue, and in GHL by its tag.</summary>
    public Conversation CallOperators(string reason, string refusedEffectId, Setting setting) => TagsSet.Contains(setting.Tags.NeedsHuman)
        ? this with { NeedsHuman = reason }
        : this with
        {
            NeedsHuman = reason,
            TagsSet = [.. TagsSet, setting.Tags.NeedsHuman],
            Effects = [.. Effects, new AddTags { Id = $"{refusedEffectId}-refused", Since = setting.Now, Tags = [setting.Tags.NeedsHuman] }],
        };

    private Conversation Outcome(BookingOutcome outcome, Setting setting, Action<Draft, bool> say)
    {
        var effect = Effects.Single(e => e.Id == outcome.EffectId);
        // The outcome belongs to the turn that wanted it: its effects continue that turn's numbers.
        var draft = new Draft(this with { Effects = [.. Effects.Where(e => e.Id != outcome.EffectId)] }, outcome.EffectId, setting);
        say(draft, effect is MoveAppointment);
        return (Stage is Stage.HandedOff or Stage.OptedOut ? Silenced(draft.Result) : draft.Result).Noted(outcome, setting);
    }

    private DateTimeOffset TimeOf(string effectId) => Effects.Single(e => e.Id == effectId) is MoveAppointment move ? move.Start : Effects.OfType<BookSlot>().Single(e => e.Id == effectId).Start;

    private sealed partial class Draft
    {
        /// <summary>Continues a turn after one of its effects.</summary>
        public Draft(Conversation state, string effectId, Setting setting)
        {
            _before = state;
            _setting = setting;
            _effects = [.. state.Effects];
            _number = 100 + int.Parse(effectId.AsSpan(effectId.IndexOf('-', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);
            Reading = new Reading();
            State = state with { UpdatedAt = setting.Now };
        }

        public Conversation Result => Finish().Next!;

        public void Confirm(BookedAppointment appointment, bool moved)
        {
            State = State.Stands(appointment with { Start = LocalTimes.In(LocalTimes.Zone(_setting.Location.TimeZone), appointment.Start) }, _setting.Now) with
            {
                Stage = Stage.Booked,
                Offer = [],
                OfferCount = 0,
                Tries = 0,
                Moving = false,
                Closed = false,
            };
            Reply(Say.Line(moved ? "moved" : "booked", 0, ("time", Say.Time(State.Appointment!.Start)), ("zone", Say.Zone)));
            Tag(Tags.Qualified, Tags.Scheduled);
            Untag(Tags.Nurture, Tags.NotInterested);
            Want(id => new AddNote { Id = id, Since = _setting.Now, Body = Notes.Summary(State, _setting.Location, moved) });
        }

        public void OfferFresh(string phrase)
        {
            State = State with { Offer = [] };
            if (OfferTimes(Say.Line(phrase, State.Turn)).Next is null)
                throw new InvalidOperationException("A taken slot needs the free times to offer others.");
        }

        /// <summary>Whoever writes when the appointment has just begun means that one.</summary>
        private static readonly TimeSpan OverAfter = TimeSpan.FromHours(1);

        public Decision AfterBooking()
        {
            if (State.Appointment is not { } appointment || appointment.Start + OverAfter <= _setting.Now)
                return AfterTheAppointment();
            switch (Reading.Intent)
            {
                case Intent.Cancel:
                    return Cancel();
                case Intent.Reschedule or Intent.MoreSlots:
                case Intent.ChooseSlot when Reading.Slot.Wish is { } wish && !Offers.Fits(appointment.Start, wish):
                    State = State with { Moving = true };
                    return OfferTimes(Say.Line("move", State.Turn), Reading.Slot.Wish);
                default:
                    if (_proposal is { Reply: { } worded, ReplyAsks: null } && Reading.Question != Topic.Bot)
                        Reply(worded, null, BrainKind.Model);
                    else
                        Reply(IsQuestion ? Opens ? Opening() : Answer()! : Phrases.Join(Opens ? Opening() : Remark(), Say.Line("bookedAgain", State.Turn, ("time", Say.Time(appointment.Start)))));
                    return Finish();
            }
        }

        private Decision Cancel()
        {
            var appointment = State.Appointment!;
            State = State with { Stage = Stage.Qualifying, Appointment = null, Moving = false, Offer = [], Closed = true };
            Want(id => new CancelAppointment { Id = id, Since = _setting.Now, AppointmentId = appointment.Id });
            Reply(Say.Line("cancelled", 0, ("time", Say.Time(appointment.Start))));
            Untag(Tags.Scheduled);
            return Finish();
        }
    }
}
