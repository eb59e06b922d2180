using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Evals;

/// <summary>Plays a conversation through the product's core and a brain, with a calendar and a CRM that never fail.</summary>
internal sealed class CoreRun(IBrain brain) : IConversationRun
{
    private static readonly ConversationOptions Options = new();

    public async Task<ConversationResult> RunAsync(ConversationScript script, CancellationToken cancellation)
    {
        var play = new Play(script);
        for (var i = 0; i < script.Messages.Count;)
        {
            // Fragments: until the lead is quiet, but no longer than the longest wait.
            var first = script.Messages[i];
            var last = first;
            var count = 1;
            while (i + count < script.Messages.Count
                && script.Messages[i + count].AtSeconds - last.AtSeconds <= Options.QuietPeriod.TotalSeconds
                && script.Messages[i + count].AtSeconds - first.AtSeconds < Options.MaxWait.TotalSeconds)
            {
                last = script.Messages[i + count++];
            }

            play.At(last.AtSeconds + Options.QuietPeriod.TotalSeconds);
            await play.TurnAsync(brain, script.Messages.Skip(i).Take(count), cancellation);
            i += count;
        }

        return play.Result;
    }

    private sealed class Play
    {
        private readonly ConversationScript _script;
        private readonly LocationSettings _location;
        private readonly Rehearsal _rehearsal;
        private readonly List<BotReply> _replies = [];
        private DateTimeOffset _now;
        private long _events;

        public Play(ConversationScript script)
        {
            _script = script;
            _now = script.Now;
            _location = new LocationSettings
            {
                LocationId = "loc",
                TimeZone = ZoneOf(script.Now.Offset),
                Language = Options.Language,
                MinimumBudget = Options.MinimumBudget,
                AgentName = new AgentOptions().Name,
                CalendarId = "cal",
                Playbook = script.Playbook,
            };
            var lead = script.Contact.Lead;
            var state = new Conversation().Know(new Contact
            {
                Id = "lead",
                Name = lead.Name,
                BusinessType = lead.BusinessType,
                Problem = lead.Problem,
                Goal = lead.Goal,
                MonthlyBudgetUsd = lead.MonthlyBudgetUsd,
                Email = lead.Email,
                Others = lead.Others,
                Tags = script.Contact.Tags,
            }, _location.Playbook.Tags);
            if (script.Contact.Appointment is { } start) state = state.KnowAppointment(new Appointment("before", "cal", start, "confirmed"), script.Now);
            _rehearsal = new Rehearsal { State = state, Free = [.. script.Calendar], Tags = script.Contact.Tags.ToHashSet(StringComparer.Ordinal) };
        }

        public ConversationResult Result => new()
        {
            FinalLead = State.Lead,
            Outcome = State.Stage == Stage.OptedOut ? "opted_out"
                : State.Appointment is not null ? "booked"
                : State.Stage == Stage.Nurture ? "nurture"
                : "in_progress",
            BookedSlot = State.Appointment?.Start,
            NewAppointments = _rehearsal.Appointments,
            Replies = _replies,
            Tags = [.. _rehearsal.Tags],
        };

        private Conversation State => _rehearsal.State;

        public void At(double seconds) => _now = _script.Now.AddSeconds(seconds);

        public async Task TurnAsync(IBrain brain, IEnumerable<LeadMessage> messages, CancellationToken cancellation)
        {
            var setting = new Setting { Location = _location, Now = _now, HandOffTimeout = Options.HandOffTimeout };
            var before = _rehearsal.Done.Count;
            if (_rehearsal.Hear([.. messages.Select(Event)], setting) is { } thought)
                _rehearsal.Answer(await brain.ThinkAsync(thought, cancellation), setting);
            _replies.AddRange(_rehearsal.Done.Skip(before).OfType<SendReply>().Select(send => new BotReply((_now - _script.Now).TotalSeconds, send.Text)));
        }

        private InboxEvent Event(LeadMessage message) => new()
        {
            Id = ++_events,
            Kind = InboxEventKind.LeadMessage,
            Conversation = new ConversationId("loc", "lead"),
            MessageId = $"m{_events}",
            HasProviderId = true,
            Text = message.Text,
            SentAt = _script.Now.AddSeconds(message.AtSeconds),
            ReceivedAt = _script.Now.AddSeconds(message.AtSeconds),
        };

        /// <summary>A zone that has the script's offset at its time; Etc/GMT zones count the other way round.</summary>
        private static string ZoneOf(TimeSpan offset) => offset.Hours switch
        {
            -6 or -5 => "America/Chicago",
            0 => "Etc/UTC",
            var hours => $"Etc/GMT{(hours < 0 ? "+" : "-")}{Math.Abs(hours)}",
        };
    }
}
