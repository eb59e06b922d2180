using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Playbooks;

namespace OutletBot.Conversations;

internal sealed partial record Conversation
{
    private const int TriesBeforeAPersonIsCalled = 3;

    /// <summary>Decides on the answer to what is unanswered. Call it only while <see cref="AwaitsReply"/>.</summary>
    /// <param name="proposal">What a brain made of it; null when there is nothing to think about (a greeting to a form lead).</param>
    /// <param name="setting">The location, its free times where they were looked up, and now.</param>
    public Decision Decide(Proposal? proposal, Setting setting) => new(DecideOn(proposal, setting).Next?.Noted(proposal?.Usage, setting));

    private Decision DecideOn(Proposal? proposal, Setting setting)
    {
        var draft = new Draft(this, proposal, setting);
        var reading = draft.Reading;
        if (draft.State.Stage == Stage.OptedOut && reading.Intent != Intent.OptIn) return draft.StaySilent();
        if (reading.Intent == Intent.OptOut) return draft.OptOut();
        if (draft.State.Stage == Stage.OptedOut) draft.OptIn();

        draft.Learn();
        if (reading.Intent == Intent.Human) return draft.CallPerson("human", "The lead asked for a person.");
        if (reading.Intent == Intent.NotInterested) return draft.CloseNotInterested();

        return draft.State.Stage switch
        {
            Stage.Qualifying or Stage.Offering when draft.MayWait => draft.Wait(),
            Stage.Booked => draft.AfterBooking(),
            Stage.Offering => draft.WhileOffering(),
            _ => draft.Qualify(),
        };
    }

    /// <summary>What of a lead is new to GHL.</summary>
    private static ContactPatch News(Lead old, Lead lead) => new()
    {
        Name = lead.Name == old.Name ? null : lead.Name,
        BusinessType = lead.BusinessType == old.BusinessType ? null : lead.BusinessType,
        Problem = lead.Problem == old.Problem ? null : lead.Problem,
        Goal = lead.Goal == old.Goal ? null : lead.Goal,
        MonthlyBudgetUsd = lead.MonthlyBudgetUsd == old.MonthlyBudgetUsd ? null : lead.MonthlyBudgetUsd,
        Email = lead.Email == old.Email ? null : lead.Email,
        Others = lead.Others.Since(old.Others),
    };

    /// <summary>The working copy of one decision: a state, and effects as they are wanted.</summary>
    private sealed partial class Draft
    {
        private readonly Conversation _before;
        private readonly Proposal? _proposal;
        private readonly Setting _setting;
        private readonly List<Effect> _effects;
        private int _number;

        public Draft(Conversation before, Proposal? proposal, Setting setting)
        {
            _before = before;
            _proposal = proposal;
            _setting = setting;
            _effects = [.. before.Effects];
            Reading = proposal?.Reading ?? new Reading();
            Greets = before.IsFirstReply;
            var usage = proposal?.Usage;
            State = before.Remember(byLead: true, before.Unanswered) with
            {
                Turn = before.Turn + 1,
                Language = Reading.Language ?? before.Language,
                Unanswered = "",
                UnansweredAttachment = null,
                MustGreet = false,
                UpdatedAt = setting.Now,
                InputTokens = before.InputTokens + (usage?.InputTokens ?? 0),
                OutputTokens = before.OutputTokens + (usage?.OutputTokens ?? 0),
                CostUsd = before.CostUsd + (usage?.CostUsd ?? 0),
            };
        }

        public Conversation State { get; private set; }

        public Reading Reading { get; }

        private bool Greets { get; }

        private PlaybookTags Tags => _setting.Tags;

        /// <summary>Whether the budget is asked here and known to be under the minimum.</summary>
        private bool FallsShort => State.Lead.MonthlyBudgetUsd < _setting.Location.BudgetGate;

        private Phrases Say => Phrases.For(State.Language, _setting.Location);

        public Decision StaySilent() => Finish();

        public Decision OptOut()
        {
            State = State with { Stage = Stage.OptedOut, Offer = [], Proposed = null, Moving = false, Asked = null };
            Reply(Say.Line("optOut", 0));
            Tag(Tags.OptedOut);
            // After the confirmation: GHL refuses to send once the contact's do-not-disturb is on.
            Want(id => new UpdateContact { Id = id, Since = _setting.Now, Patch = new ContactPatch { DoNotDisturb = true } });
            return Finish();
        }

        public void OptIn()
        {
            State = State with { Stage = State.Appointment is null ? Stage.Qualifying : Stage.Booked };
            Want(id => new UpdateContact { Id = id, Since = _setting.Now, Patch = new ContactPatch { DoNotDisturb = false } });
            Untag(Tags.OptedOut);
        }

        /// <summary>Takes over new field values, for us and for GHL.</summary>
        public void Learn()
        {
            var lead = State.Lead.With(Reading.Fields);
            if (lead != State.Lead)
            {
                var old = State.Lead;
                State = State with { Lead = lead };
                Want(id => new UpdateContact
                {
                    Id = id,
                    Since = _setting.Now,
                    Patch = News(old, lead),
                });
            }
        }

        public Decision CallPerson(string phrase, string reason)
        {
            Reply(Say.Line(phrase, 0));
            Tag(Tags.NeedsHuman);
            State = State with
            {
                StageBefore = State.Stage,
                Stage = Stage.HandedOff,
                HandedOffAt = _setting.Now,
                HandedOffSince = _setting.Now,
                NeedsHuman = reason,
                Asked = null,
            };
            return Finish();
        }

        public Decision CloseNotInterested()
        {
            // Said once; a second "no" is left in peace.
            if (!State.Closed || !State.TagsSet.Contains(Tags.NotInterested)) Reply(Say.Line("notInterested", 0));
            Tag(Tags.NotInterested);
            State = State with { Closed = true, Asked = null };
            return Finish();
        }

        /// <summary>Whether the lead only asks for a moment.</summary>
        public bool MayWait => !Opens && !State.Closed && Reading is { Intent: Intent.Other or Intent.Answer, Question: null, Slot.Match: SlotMatch.None } && State.Lead == _before.Lead
            && Understanding.Postponed.In(_before.Unanswered);

        /// <summary>Leaves the open question open; it comes again as a follow-up.</summary>
        public Decision Wait()
        {
            Reply(Say.Line("noRush", State.Turn), _before.Asked);
            return Finish();
        }

        /// <summary>Collects what is missing, in order, one question a message; then offers times.</summary>
        public Decision Qualify()
        {
            if (FallsShort) return Nurse();
            if (State.Stage == Stage.Nurture) State = State with { Stage = Stage.Qualifying };
            if (State.Closed && RemainsClosed()) return Farewell();
            State = State with { Closed = false };

            var missing = State.Missing(_setting.Location);
            if (State.Missed is not null && missing.Count == 0) return AfterNoShow();
            return missing.Count > 0 ? Ask(missing[0]) : OfferTimes(Opens ? Opening() : Answer(), Reading.Slot.Wish);
        }

        /// <summary>After a farewell only something new opens the conversation again.</summary>
        private bool RemainsClosed() => Reading.Intent is Intent.Deny or Intent.Cancel || (Reading.Intent is Intent.Other && Reading.Question is null
            && Reading.Fields == Lead.Unknown && State.Missing(_setting.Location).Count == 0 && !WantsAnAppointment);

        private Decision Farewell()
        {
            Reply(Remark() ?? Say.Line("farewell", State.Turn));
            return Finish();
        }

        private Decision Nurse()
        {
            var first = State.Stage != Stage.Nurture;
            State = State with { Stage = Stage.Nurture, Offer = [], Proposed = null, Asked = null };
            if (first)
            {
                Reply(Say.Line("nurture", 0));
                Tag(Tags.Nurture);
            }
            else if (State.OpensWith == WelcomeBack && !IsQuestion)
            {
                return AskForANewBudget();
            }
            else
            {
                Reply(Answer() ?? Say.Line("nurtureAgain", State.Turn));
            }

            return Finish();
        }

        private Decision Ask(Field field)
        {
            var asked = State.AskCounts.GetValueOrDefault(field);
            CountTry(again: field == _before.Asked);
            if (IsGivenUp) return CallPerson("handOver", $"{field} asked {asked} times without an answer.");
            if (asked >= 2 * Say.Questions(field)) return AnswerOrCallPerson($"{field} asked {asked} times without an answer.");
            State = State with { AskCounts = State.AskCounts.SetItem(field, asked + 1) };

            if (_proposal is { Reply: { } worded } && _proposal.ReplyAsks == field && !HasDoubt && Reading.Question != Topic.Bot && !IsRepeated(worded))
            {
                Reply(worded, field, BrainKind.Model);
                return Finish();
            }

            var opening = Opens ? Opening() : Answer() ?? (HasDoubt ? null : Say.Acknowledge(Reading.Fields, _before.Lead, State.Turn));
            Reply(Phrases.Join(opening, Question(field, asked)), field);
            return Finish();
        }

        private bool HasDoubt => Reading.ForeignCurrency is not null || Reading.EmailToConfirm is not null;

        private string Question(Field field, int asked) =>
            field == Field.Budget && Reading.ForeignCurrency is not null ? Say.Line("askBudgetInDollars", asked)
            : field == Field.Email && Reading.EmailToConfirm is { } email ? Say.Line("confirmEmail", 0, ("email", email))
            : Say.Question(field, asked);

        private void Reply(string text, Field? asks = null, BrainKind brain = BrainKind.Rules)
        {
            State = State.Remember(byLead: false, text) with { Asked = asks, OpensWith = null, SilentSince = _setting.Now };
            Want(id => _before.MustGreet && _setting.GreetingWorkflowId is { } workflow
                ? new StartWorkflow { Id = id, Since = _setting.Now, WorkflowId = workflow }
                : new SendReply { Id = id, Since = _setting.Now, Channel = State.Channel ?? Inbox.Channel.WhatsApp, Text = text, Brain = brain });
        }

        private void Tag(params string[] tags)
        {
            string[] absent = [.. tags.Except(State.TagsSet)];
            if (absent.Length == 0) return;
            State = State with { TagsSet = [.. State.TagsSet, .. absent] };
            Want(id => new AddTags { Id = id, Since = _setting.Now, Tags = absent });
        }

        private void Untag(params string[] tags)
        {
            string[] present = [.. tags.Intersect(State.TagsSet)];
            if (present.Length == 0) return;
            State = State with { TagsSet = [.. State.TagsSet.Except(present)] };
            Want(id => new RemoveTags { Id = id, Since = _setting.Now, Tags = present });
        }

        private void Want(Func<string, Effect> make) => _effects.Add(make($"{State.Turn}-{_number++}"));

        /// <summary>The lead's reply goes first, so that a slow CRM record never keeps a lead waiting.</summary>
        private Decision Finish() => new(State with { Effects = [.. _effects.OrderBy(e => e.HoldsTheConversation ? 0 : 1)] });
    }
}
