using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
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
        world.Comes("ana", "made", "hola", Noon.AddMinutes(-5));

        (await world.LookAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_is_found_behind_a_later_one_that_was_answered()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "tengo una clínica", Noon.AddMinutes(-30));
        world.Says("ana", "m2", "hola", Noon.AddMinutes(-20));
        world.Comes("ana", "m2", "hola", Noon.AddMinutes(-20));
        world.Says("ana", "m3", "¿cómo te llamas?", Noon.AddMinutes(-19), inbound: false);

        (await world.LookAsync()).ShouldBe(1);
        world.Delivered.ShouldHaveSingleItem().MessageId.ShouldBe("m1");
    }

    [Fact]
    public async Task An_attachment_without_a_text_is_found_too()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "", Noon.AddMinutes(-5), attachment: "audio");

        (await world.LookAsync()).ShouldBe(1);
        world.Delivered.ShouldHaveSingleItem().Attachment.ShouldBe("audio");
    }

    [Fact]
    public async Task A_webhook_that_named_no_message_stands_for_one_message_only()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "sí", Noon.AddMinutes(-9));
        world.Says("ana", "m2", "sí", Noon.AddMinutes(-8));
        world.Comes("ana", "made", "sí", Noon.AddMinutes(-9));

        (await world.LookAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_equal_text_that_came_by_its_own_id_hides_no_other()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "sí", Noon.AddMinutes(-9));
        world.Says("ana", "m2", "sí", Noon.AddMinutes(-8));
        world.Comes("ana", "m2", "sí", Noon.AddMinutes(-8));

        (await world.LookAsync()).ShouldBe(1);
        world.Delivered.ShouldHaveSingleItem().MessageId.ShouldBe("m1");
    }

    [Fact]
    public async Task A_conversation_that_was_looked_through_is_not_read_again_until_it_goes_on()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-5));
        await world.LookAsync();
        await world.LookAsync();
        world.Reads.ShouldBe(1);

        world.Says("ana", "m2", "¿hay alguien?", Noon.AddMinutes(-2));
        (await world.LookAsync()).ShouldBe(1);
        world.Reads.ShouldBe(2);
    }

    [Fact]
    public async Task A_webhook_that_comes_after_all_is_the_same_message()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-5));
        world.BeforeAppending = () => world.Comes("ana", "m1", "hola", Noon);

        (await world.LookAsync()).ShouldBe(0);
        world.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_answered_or_may_still_come_or_is_long_past_is_left_alone()
    {
        var world = new World { Known = ["ana", "ben", "eva"] };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-9));
        world.Says("ana", "m2", "¿qué tal?", Noon.AddMinutes(-8), inbound: false, userId: "user-1");
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
        world.Now += TimeSpan.FromHours(1);
        (await world.LookAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_contact_that_is_not_ours_is_asked_for_again_when_its_conversation_goes_on_or_after_an_hour()
    {
        var world = new World { Options = { ContactTag = "meta-lead" } };
        world.Says("other", "m1", "¿abren el lunes?", Noon.AddMinutes(-5));
        await world.LookAsync();
        await world.LookAsync();
        world.Asked.ShouldBe(["other"]);

        world.Says("other", "m2", "¿hola?", Noon.AddMinutes(-2));
        await world.LookAsync();
        await world.LookAsync();
        world.Asked.Count.ShouldBe(2);

        world.Now += TimeSpan.FromHours(1);
        await world.LookAsync();
        world.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task One_look_asks_for_a_hundred_contacts_at_most_and_the_next_for_the_others()
    {
        var world = new World { Options = { ContactTag = "meta-lead" } };
        foreach (var n in Enumerable.Range(0, 150)) world.Says($"other-{n}", $"m-{n}", "hola", Noon.AddMinutes(-5).AddSeconds(-n));
        world.Tags["other-149"] = ["meta-lead"];

        (await world.LookAsync()).ShouldBe(0);
        world.Asked.Count.ShouldBe(100);
        // Those asked for are due again, and must not keep the others from their turn.
        world.Now += TimeSpan.FromHours(1);
        (await world.LookAsync()).ShouldBe(1);
        world.Asked.Count.ShouldBe(200);
        world.Asked.Distinct().Count().ShouldBe(150);
    }

    [Fact]
    public async Task Who_wrote_to_us_before_is_looked_through_however_many_others_are_asked_for()
    {
        var world = new World { Known = ["ana"], Options = { ContactTag = "meta-lead" } };
        foreach (var n in Enumerable.Range(0, 150)) world.Says($"other-{n}", $"m-{n}", "hola", Noon.AddMinutes(-5).AddSeconds(-n));
        world.Says("ana", "m1", "hola", Noon.AddHours(-1));

        (await world.LookAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_long_outage_the_conversations_of_a_whole_location_are_looked_through()
    {
        var world = new World { Known = [.. Enumerable.Range(0, 2_000).Select(n => $"lead-{n}")] };
        foreach (var contact in world.Known) world.Says(contact, $"m-{contact}", "hola", Noon.AddMinutes(-5));

        (await world.LookAsync()).ShouldBe(2_000);
    }

    public static TheoryData<Exception> Unreadable =>
        [new CrmException(CrmFailure.Rejected, "422"), new InvalidOperationException("no text"), new OperationCanceledException("not ours")];

    public static TheoryData<Exception> Away =>
        [new CrmException(CrmFailure.Unavailable, "503"), new CrmException(CrmFailure.RateLimited, "429"), new InboxUnavailableException("SQL"), new Npgsql.NpgsqlException("SQL")];

    [Theory]
    [MemberData(nameof(Unreadable), DisableDiscoveryEnumeration = true)]
    public async Task A_conversation_that_cannot_be_read_hides_no_other(Exception fault)
    {
        var world = new World { Known = ["ana", "ben"], Broken = { ["ana"] = fault } };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-4));
        world.Says("ben", "m2", "hola", Noon.AddMinutes(-5));

        (await world.LookAsync()).ShouldBe(1);
        world.Delivered.ShouldHaveSingleItem().MessageId.ShouldBe("m2");
    }

    [Theory]
    [MemberData(nameof(Away), DisableDiscoveryEnumeration = true)]
    public async Task A_look_ends_where_ghl_or_sql_is_away(Exception fault)
    {
        var world = new World { Known = ["ana", "ben"], Broken = { ["ana"] = fault } };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-4));
        world.Says("ben", "m2", "hola", Noon.AddMinutes(-5));

        (await Should.ThrowAsync<Exception>(world.LookAsync)).ShouldBeSameAs(fault);
        world.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_look_ends_when_it_is_cancelled()
    {
        var world = new World { Known = ["ana", "ben"], Broken = { ["ana"] = new OperationCanceledException() }, Cancelled = true };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-4));
        world.Says("ben", "m2", "hola", Noon.AddMinutes(-5));

        await Should.ThrowAsync<OperationCanceledException>(world.LookAsync);
        world.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_workflow_sent_under_a_users_name_is_no_persons_answer()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "hola", Noon.AddMinutes(-9));
        world.Says("ana", "w1", "¡Gracias por tu interés!", Noon.AddMinutes(-8), inbound: false, userId: "user-1", source: "workflow");

        (await world.LookAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_long_message_that_came_without_an_id_was_cut_and_is_known_by_what_is_left()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", new string('a', 5_000), Noon.AddMinutes(-5));
        world.Comes("ana", "made", new string('a', 4_096), Noon.AddMinutes(-5));

        (await world.LookAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_character_that_sql_cannot_store_keeps_no_message_from_being_found()
    {
        var world = new World { Known = ["ana"] };
        world.Says("ana", "m1", "ho\0la", Noon.AddMinutes(-5));

        (await world.LookAsync()).ShouldBe(1);
        world.Delivered.ShouldHaveSingleItem().Text.ShouldBe("hola");
    }

    /// <summary>GHL, the inbox and the read model, as far as the look needs them; any other call fails the test.</summary>
    private sealed class World
    {
        private readonly Dictionary<string, List<CrmMessage>> _messages = [];
        private readonly LookedThrough _looked = new();

        public HashSet<string> Known { get; init; } = [];

        public Dictionary<string, string[]> Tags { get; } = [];

        public RecoveryOptions Options { get; } = new();

        public List<InboxEvent> Events { get; } = [];

        public List<InboxEvent> Delivered { get; } = [];

        public int Reads { get; private set; }

        /// <summary>Contacts whose messages were asked for in vain, and why.</summary>
        public Dictionary<string, Exception> Broken { get; } = [];

        /// <summary>Contacts that GHL was asked for, in order.</summary>
        public List<string> Asked { get; } = [];

        public DateTimeOffset Now { get; set; } = Noon;

        /// <summary>Whether looks are cancelled.</summary>
        public bool Cancelled { get; init; }

        public Action? BeforeAppending { get; set; }

        public void Comes(string contact, string id, string text, DateTimeOffset at) =>
            Events.Add(new InboxEvent { Kind = InboxEventKind.LeadMessage, Conversation = new("loc", contact), MessageId = id, Text = text, SentAt = at, ReceivedAt = at });

        public void Says(string contact, string id, string text, DateTimeOffset at, bool inbound = true, string? userId = null, string? attachment = null, string? source = null)
        {
            if (!_messages.TryGetValue(contact, out var list)) _messages[contact] = list = [];
            list.Add(new CrmMessage(id, inbound, text, at, source, userId, Channel.WhatsApp, false, attachment));
        }

        public Task<int> LookAsync() => new MissedMessages(
            Double<ICrm>((method, args) => method switch
            {
                nameof(ICrm.ActiveContactsAsync) => Task.FromResult<IReadOnlyList<ActiveContact>>(
                    [.. _messages.Select(m => new ActiveContact(m.Key, m.Value.Max(one => one.At))).OrderByDescending(m => m.LastMessageAt).Take((int)args[2]!)]),
                nameof(ICrm.MessagesSinceAsync) => Read((string)args[1]!, (DateTimeOffset)args[2]!),
                nameof(ICrm.FindContactAsync) => Find((string)args[1]!),
                _ => throw new NotSupportedException(method),
            }),
            Double<IInbox>((method, args) => method switch
            {
                nameof(IInbox.LeadMessagesAsync) => Task.FromResult<IReadOnlyList<InboxEvent>>([.. Events.Where(e => e.Conversation == (ConversationId)args[0]! && e.ReceivedAt >= (DateTimeOffset)args[1]!)]),
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
            new FakeTimeProvider(Now),
            NullLogger<MissedMessages>.Instance).FindAsync("loc", _looked, new CancellationToken(Cancelled));

        private Task<IReadOnlyList<CrmMessage>> Read(string contact, DateTimeOffset since)
        {
            if (Broken.TryGetValue(contact, out var fault)) return Task.FromException<IReadOnlyList<CrmMessage>>(fault);
            Reads++;
            return Task.FromResult<IReadOnlyList<CrmMessage>>([.. _messages[contact].Where(m => m.At >= since).OrderByDescending(m => m.At)]);
        }

        private Task<Contact?> Find(string contact)
        {
            Asked.Add(contact);
            return Task.FromResult<Contact?>(new Contact { Id = contact, Tags = Tags.GetValueOrDefault(contact) ?? [] });
        }

        private Task<Appended> Append(InboxEvent e)
        {
            BeforeAppending?.Invoke();
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
