using System.Reflection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;
using OutletBot.Options;
using OutletBot.ReadModel;

namespace OutletBot.Unit.Inbox;

public sealed class MissedMessagesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_message_whose_webhook_never_came_is_ingested_once()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-5));

        (await world.LookAsync()).ShouldBe(1);
        (await world.LookAsync()).ShouldBe(0);
        world.Events.ShouldHaveSingleItem().MessageId.ShouldBe("m1");
        world.Delivered.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_came_without_an_id_is_known_by_its_words()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-5));
        world.Events.Add(new InboxEvent { Kind = InboxEventKind.LeadMessage, Conversation = new("loc", "ana"), MessageId = "made", Text = "hola", SentAt = Noon.AddMinutes(-5), ReceivedAt = Noon.AddMinutes(-5) });

        (await world.LookAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_answered_or_may_still_come_or_is_long_past_is_left_alone()
    {
        var world = new World { Known = ["ana", "ben", "eva"] };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-9));
        world.Says("ana", "m2", "¿qué tal?", Noon.AddMinutes(-8), inbound: false);
        world.Says("ben", "m3", "hola", Noon.AddSeconds(-10));
        world.Says("eva", "m4", "hola", Noon.AddDays(-2));

        (await world.LookAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_contact_we_never_heard_of_is_ours_only_by_its_tag()
    {
        var world = new World();
        world.Says("new", "m1", "vi su anuncio", Noon.AddMinutes(-5));
        (await world.LookAsync()).ShouldBe(0);

        world.Options.ContactTag = "meta-lead";
        (await world.LookAsync()).ShouldBe(0);
        world.Tags["new"] = ["meta-lead"];
        (await world.LookAsync()).ShouldBe(1);
    }

    /// <summary>GHL, the inbox and the read model, as far as the look needs them; any other call fails the test.</summary>
    private sealed class World
    {
        private readonly Dictionary<string, List<CrmMessage>> _messages = [];

        public HashSet<string> Known { get; init; } = [];

        public Dictionary<string, string[]> Tags { get; } = [];

        public RecoveryOptions Options { get; } = new();

        public List<InboxEvent> Events { get; } = [];

        public List<InboxEvent> Delivered { get; } = [];

        public void Says(string contact, string id, string text, DateTimeOffset at, bool inbound = true)
        {
            if (!_messages.TryGetValue(contact, out var list)) _messages[contact] = list = [];
            list.Add(new CrmMessage(id, inbound, text, at, null, null, Channel.WhatsApp, false));
        }

        public Task<int> LookAsync() => new MissedMessages(
            Double<ICrm>((method, args) => method switch
            {
                nameof(ICrm.UnansweredContactsAsync) => Task.FromResult<IReadOnlyList<string>>([.. _messages.Keys]),
                nameof(ICrm.MessagesAsync) => Task.FromResult<IReadOnlyList<CrmMessage>>([.. _messages[(string)args[1]!].OrderByDescending(m => m.At)]),
                nameof(ICrm.FindContactAsync) => Task.FromResult<Contact?>(new Contact { Id = (string)args[1]!, Tags = Tags.GetValueOrDefault((string)args[1]!) ?? [] }),
                _ => throw new NotSupportedException(method),
            }),
            Double<IInbox>((method, args) => method switch
            {
                nameof(IInbox.HoldsTextAsync) => Task.FromResult(Events.Exists(e => e.Conversation == (ConversationId)args[0]! && e.Text == (string)args[1]! && e.ReceivedAt >= (DateTimeOffset)args[2]!)),
                nameof(IInbox.AppendAsync) => Append((InboxEvent)args[0]!),
                _ => throw new NotSupportedException(method),
            }),
            Double<IConversationLog>((method, args) => method switch
            {
                nameof(IConversationLog.FindAsync) => Task.FromResult(Known.Contains(((ConversationId)args[0]!).ContactId)
                    ? new ConversationRow { LocationId = "loc", ContactId = "x", Turn = 1, Stage = "Qualifying", Language = "es", UpdatedAt = Noon }
                    : null),
                _ => throw new NotSupportedException(method),
            }),
            Double<IGrainFactory>((method, _) => method switch
            {
                "GetGrain" => Double<IConversationGrain>((_, delivered) =>
                {
                    Delivered.Add((InboxEvent)delivered[0]!);
                    return Task.CompletedTask;
                }),
                _ => throw new NotSupportedException(method),
            }),
            Microsoft.Extensions.Options.Options.Create(Options),
            new FakeTimeProvider(Noon)).FindAsync("loc", CancellationToken.None);

        private Task<Appended> Append(InboxEvent e)
        {
            var duplicate = Events.Exists(x => x.MessageId == e.MessageId);
            if (!duplicate) Events.Add(e);
            return Task.FromResult(new Appended(e, duplicate));
        }

        private static T Double<T>(Func<string, object?[], object?> answer)
            where T : class
        {
            var proxy = DispatchProxy.Create<T, Answering>();
            ((Answering)(object)proxy).Answer = answer;
            return proxy;
        }
    }

    public class Answering : DispatchProxy
    {
        public Func<string, object?[], object?> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Answer(targetMethod!.Name, args ?? []);
    }
}
