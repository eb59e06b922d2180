namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    private sealed partial class Draft
    {
        public Decision WhileOffering()
        {
            if (FallsShort && State.Appointment is null) return Nurse();
            if (State.Proposed is { } proposed && Reading.Intent == Intent.Confirm && Reading.Slot.Match is SlotMatch.None or SlotMatch.Any) return Choose(proposed);
            if (Reading.Intent == Intent.Cancel && State.Appointment is not null) return Cancel();

            var offer = State.Offer;
            int[] matches = [.. Reading.Slot.Matches.Where(i => i >= 0 && i < offer.Count)];
            return (Reading.Slot.Match, matches.Length) switch
            {
                (SlotMatch.One, 1) => Choose(offer[matches[0]]),
                (SlotMatch.Several, > 1) => AskWhich([.. matches.Select(i => offer[i])]),
                (SlotMatch.Any, _) when offer.Count > 0 => Propose(offer[matches is [var first, ..] ? first : 0]),
                (SlotMatch.NotOffered, _) => OfferTimes(Opens ? Opening() : null, Reading.Slot.Wish),
                _ when Reading.Intent is Intent.MoreSlots or Intent.Deny or Intent.Reschedule => OfferTimes(null, more: true),
                _ when offer.Count == 0 || offer[0] <= _setting.Now => OfferTimes(Opens ? Opening() : Answer()),
                _ => AskAgain(),
            };
        }

        /// <summary>Offers free times: near a wish, or others than those shown before.</summary>
        private Decision OfferTimes(string? opening, SlotWish? wish = null, bool more = false)
        {
            if (State.OfferCount >= TimesAskedAtMost) return AnswerOrCallPerson("Times were offered many times without a choice.");
            if (_setting.FreeTimes is not { } free) return Decision.NeedsFreeTimes;
            var zone = LocalTimes.Zone(_setting.Location.TimeZone);
            IReadOnlyList<DateTimeOffset> ahead = [.. free.Where(t => t > _setting.Now && t != State.Appointment?.Start).Select(t => LocalTimes.In(zone, t))];
            if (wish is not null && ahead.Where(time => Offers.Fits(time, wish)).Take(2).ToArray() is [var only]) return ProposeWished(opening, only);
            var times = wish is not null ? Offers.Near(ahead, wish, _setting.Location.SlotCount)
                : more && State.Offer.Count > 0 ? Offers.After(ahead, State.Offer, _setting.Location.SlotCount)
                : Offers.Choose(ahead, _setting.Location.SlotCount);
            if (times.Count == 0) return CallPerson("noTimes", "No free time in the calendar.");
            if (more && times.SequenceEqual(State.Offer)) return InsistOn(times);

            var lead = wish is not null ? WordFor(wish, times) : more ? Say.Line("moreTimes", State.Turn) : Say.Line("offer", State.OfferCount);
            Offer(times, Phrases.Join(opening, lead));
            return Finish();
        }

        /// <summary>The one free time that the lead wishes; the list that they have on screen keeps its numbers.</summary>
        private Decision ProposeWished(string? opening, DateTimeOffset time)
        {
            Untag(Tags.Nurture, Tags.NotInterested);
            State = State with { Stage = Stage.Offering, Offer = State.Offer.Count > 0 ? State.Offer : [time], Proposed = time, Closed = false, OfferCount = State.OfferCount + 1, Tries = 0 };
            Reply(Phrases.Join(opening, Say.Line("proposeWished", State.OfferCount, ("time", Say.Time(time)))));
            return Finish();
        }

        /// <summary>Who wants none of the times that there are is told so, and then given to a person.</summary>
        private Decision InsistOn(IReadOnlyList<DateTimeOffset> times)
        {
            if (AskForATime() is { } given) return given;
            ReplyWithList(Say.Line("onlyTimes", 0), times);
            return Finish();
        }

        /// <summary>Who asks for a day that has times is not told that it has none.</summary>
        private string WordFor(SlotWish wish, IReadOnlyList<DateTimeOffset> times)
        {
            if (!times.All(time => Offers.Fits(time, wish))) return Say.Line("notOffered", State.Turn);
            return wish.LastDate is not null ? Say.Line("offerDays", State.Turn) : wish.Date is null ? Say.Line("offerWished", State.Turn) : Say.Line("offerDay", State.Turn, ("day", Say.Day(times[0])));
        }

        private void Offer(IReadOnlyList<DateTimeOffset> times, string lead)
        {
            Untag(Tags.Nurture, Tags.NotInterested);
            State = State with { Stage = Stage.Offering, Offer = times, Proposed = null, Closed = false, OfferCount = State.OfferCount + 1, Tries = 0 };
            ReplyWithList(lead, times);
        }

        private void ReplyWithList(string lead, IReadOnlyList<DateTimeOffset> times) => Reply($"{lead}\n{Say.List(times)}\n{Say.Line("offerEnd", State.OfferCount - 1)}");

        private Decision AskWhich(IReadOnlyList<DateTimeOffset> candidates)
        {
            // Who comes nearer has not failed to choose.
            if (AskForATime(again: false) is { } given) return given;
            // The numbers stay those of the list that the lead has on screen.
            Reply($"{Say.Line("which", State.OfferCount)}\n{Say.List(candidates, State.Offer)}");
            return Finish();
        }

        private Decision Propose(DateTimeOffset time)
        {
            State = State with { Proposed = time };
            Reply(Say.Line("propose", State.OfferCount, ("time", Say.Time(time))));
            return Finish();
        }

        private Decision AskAgain()
        {
            if (AskForATime() is { } given) return given;
            if (_proposal is { Reply: { } worded } && worded.Contains('?', StringComparison.Ordinal) && Reading.Question != Topic.Bot && !IsRepeated(worded))
            {
                Reply(worded, null, BrainKind.Model);
                return Finish();
            }

            var answer = Answer() ?? Say.Acknowledge(Reading.Fields, _before.Lead, State.Turn);
            Reply(answer is null
                ? $"{Say.Line("offerAgain", State.OfferCount)}\n{Say.List(State.Offer)}"
                : Phrases.Join(answer, Say.Line("whichSuits", State.OfferCount)));
            return Finish();
        }

        /// <summary>Notes that one more question is for a time; not null when it must not be asked any more.</summary>
        private Decision? AskForATime(bool again = true)
        {
            CountTry(again);
            if (IsGivenUp) return CallPerson("handOver", "Times were offered several times without a choice.");
            if (State.OfferCount >= TimesAskedAtMost) return AnswerOrCallPerson("Times were offered many times without a choice.");
            State = State with { OfferCount = State.OfferCount + 1 };
            return null;
        }

        /// <summary>Books, or moves the appointment. What is said follows from the outcome.</summary>
        private Decision Choose(DateTimeOffset start)
        {
            State = State with { Proposed = null };
            if (start <= _setting.Now) return OfferTimes(Say.Line("taken", State.Turn));
            Want(id => State is { Moving: true, Appointment: { } old }
                ? new MoveAppointment { Id = id, Since = _setting.Now, AppointmentId = old.Id, Start = start }
                : new BookSlot { Id = id, Since = _setting.Now, Start = start });
            return Finish();
        }
    }
}
