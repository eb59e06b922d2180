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
        private readonly List<DateTimeOffset> _free;
        private readonly List<BotReply> _replies = [];
        private readonly HashSet<string> _tags;
        private Conversation _state = new();
        private DateTimeOffset _now;
        private int _booked;
        private long _events;

        public Play(ConversationScript script)
        {
            _script = script;
            _now = script.Now;
            _free = [.. script.Calendar];
            _tags = [.. script.Contact.Tags];
            _location = new LocationSettings
            {
                LocationId = "loc",
                TimeZone = ZoneOf(script.Now.Offset),
                Language = Options.Language,
                MinimumBudget = Options.MinimumBudget,
                AgentName = new AgentOptions().Name,
                CalendarId = "cal",
            };
            var lead = script.Contact.Lead;
            _state = _state.Know(new Contact
            {
                Id = "lead",
                Name = lead.Name,
                BusinessType = lead.BusinessType,
                Problem = lead.Problem,
                Goal = lead.Goal,
                MonthlyBudgetUsd = lead.MonthlyBudgetUsd,
                Email = lead.Email,
                Tags = script.Contact.Tags,
            }, _location.Playbook.Tags);
            if (script.Contact.Appointment is { } start) _state = _state.KnowAppointment(new Appointment("before", "cal", start, "confirmed"), script.Now);
        }

        public ConversationResult Result => new()
        {
            FinalLead = _state.Lead,
            Outcome = _state.Stage == Stage.OptedOut ? "opted_out"
                : _state.Appointment is not null ? "booked"
                : _state.Stage == Stage.Nurture ? "nurture"
                : "in_progress",
            BookedSlot = _state.Appointment?.Start,
            NewAppointments = _booked,
            Replies = _replies,
            Tags = [.. _tags],
        };

        public void At(double seconds) => _now = _script.Now.AddSeconds(seconds);

        public async Task TurnAsync(IBrain brain, IEnumerable<LeadMessage> messages, CancellationToken cancellation)
        {
            var setting = new Setting { Location = _location, Now = _now, HandOffTimeout = Options.HandOffTimeout };
            _state = _state.Absorb(messages.Select(Event), setting);
            if (!_state.AwaitsReply) return;
            var proposal = await brain.ThinkAsync(Thoughts.Of(_state, setting), cancellation);
            setting = setting with { FreeTimes = [.. _free] };
            _state = _state.Decide(proposal, setting).Next!;
            while (_state.Effects.Count > 0) Run(_state.Effects[0], setting);
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

        private void Run(Effect effect, Setting setting)
        {
            switch (effect)
            {
                case BookSlot book:
                    _booked++;
                    Book(effect, "new", book.Start, setting);
                    return;
                case MoveAppointment move:
                    Book(effect, move.AppointmentId, move.Start, setting);
                    return;
                case SendReply send:
                    _replies.Add(new BotReply((_now - _script.Now).TotalSeconds, send.Text));
                    break;
                case AddTags tags:
                    _tags.UnionWith(tags.Tags);
                    break;
                case RemoveTags tags:
                    _tags.ExceptWith(tags.Tags);
                    break;
            }

            _state = _state with { Effects = [.. _state.Effects.Skip(1)] };
        }

        private void Book(Effect effect, string id, DateTimeOffset start, Setting setting)
        {
            _free.Remove(start);
            _state = _state.Booked(effect.Id, new BookedAppointment(id, start), setting);
        }

        /// <summary>A zone that has the script's offset at its time; Etc/GMT zones count the other way round.</summary>
        private static string ZoneOf(TimeSpan offset) => offset.Hours switch
        {
            -6 or -5 => "America/Chicago",
            0 => "Etc/UTC",
            var hours => $"Etc/GMT{(hours < 0 ? "+" : "-")}{Math.Abs(hours)}",
        };
    }
}
