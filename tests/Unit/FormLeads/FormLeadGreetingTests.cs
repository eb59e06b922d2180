using System.Net;
using System.Reflection;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FormLeads;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.ReadModel;
using OutletBot.Unit.Inbox;
using OutletBot.Unit.Simulation;

namespace OutletBot.Unit.FormLeads;

public sealed class FormLeadGreetingTests
{
    [Fact]
    public void A_ghl_that_is_down_for_an_hour_delays_a_greeting_and_operators_see_it_wait()
    {
        var world = new World { DownUntil = TimeSpan.FromHours(1) };

        world.Run(TimeSpan.FromHours(2));

        world.Greeted.ShouldHaveSingleItem();
        world.Handled.ShouldBe([7]);
        world.Told.First().ShouldBe("A lead from a form waits to be greeted: 503");
        world.Told.Last().ShouldBeNull();
    }

    [Fact]
    public void A_greeting_that_failed_for_a_day_is_left_to_a_person()
    {
        var world = new World { DownUntil = TimeSpan.FromDays(3) };

        world.Run(TimeSpan.FromHours(26));

        world.Greeted.ShouldBeEmpty();
        world.Handled.ShouldBe([7]);
        world.Told.Last().ShouldBe("A lead from a form could not be greeted: 503");
        world.Tries.ShouldBeInRange(1_300, 1_500);
        world.Log.Lines.Last().ShouldBe("Error: The lead from a form loc/meta:1 could not be greeted; it stands in the operators' queue.");
        world.Log.Lines.ShouldAllBe(line => line.Contains("loc/meta:1"));
    }

    [Fact]
    public void A_lead_that_ghl_refuses_is_left_to_a_person_at_once()
    {
        var world = new World { DownUntil = TimeSpan.FromDays(3), Failure = CrmFailure.Rejected };

        world.Run(TimeSpan.FromMinutes(1));

        world.Tries.ShouldBe(1);
        world.Handled.ShouldBe([7]);
    }

    [Theory]
    [InlineData(102)]
    [InlineData(190)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(200)]
    [InlineData(299)]
    public void A_token_that_meta_refuses_holds_a_greeting_up_until_it_is_replaced_and_operators_see_it_at_once(int code)
    {
        var world = new World { Refuses = code, DownUntil = TimeSpan.FromHours(10) };

        world.Run(TimeSpan.FromMinutes(1));
        world.Told.ShouldBe([$"A lead from a form waits to be greeted: Meta refuses Meta:AccessToken (400, code {code})."]);
        world.Handled.ShouldBeEmpty();

        world.Run(TimeSpan.FromHours(11));
        world.Asked.ShouldBeInRange(590, 610);
        world.Greeted.ShouldHaveSingleItem();
        world.Handled.ShouldBe([7]);
        world.Told.Last().ShouldBeNull();
    }

    [Fact]
    public void A_meta_that_is_down_for_an_hour_delays_a_greeting_and_operators_see_it_wait()
    {
        var world = new World { Refuses = 2, DownUntil = TimeSpan.FromHours(1) };

        world.Run(TimeSpan.FromSeconds(10));
        world.Told.ShouldBeEmpty();

        world.Run(TimeSpan.FromHours(2));
        world.Told.First().ShouldBe("A lead from a form waits to be greeted: Meta's Graph API answered 400, code 2.");
        world.Greeted.ShouldHaveSingleItem();
        world.Told.Last().ShouldBeNull();
    }

    [Fact]
    public void Without_a_token_a_greeting_waits_for_a_day_and_operators_see_it_at_once()
    {
        var world = new World { Token = null };

        world.Run(TimeSpan.FromHours(23));
        world.Told.First().ShouldBe("A lead from a form waits to be greeted: Meta:AccessToken is not set, so leads of forms cannot be read.");
        world.Handled.ShouldBeEmpty();

        world.Run(TimeSpan.FromHours(25));
        world.Told.Last().ShouldBe("A lead from a form could not be greeted: Meta:AccessToken is not set, so leads of forms cannot be read.");
        world.Handled.ShouldBe([7]);
    }

    [Fact]
    public void A_lead_that_meta_does_not_give_is_left_to_a_person_at_once()
    {
        var world = new World { Refuses = 368, DownUntil = TimeSpan.FromDays(3) };

        world.Run(TimeSpan.FromMinutes(1));

        world.Asked.ShouldBe(1);
        world.Told.ShouldBe(["A lead from a form could not be greeted: Meta's Graph API answered 400, code 368."]);
        world.Handled.ShouldBe([7]);
    }

    [Fact]
    public void A_greeting_that_could_not_be_handed_over_is_handed_over_again()
    {
        var world = new World { LosesDeliveries = 2 };

        world.Run(TimeSpan.FromMinutes(1));

        world.Greeted.ShouldHaveSingleItem();
        world.Handled.ShouldBe([7]);
        world.Told.ShouldBeEmpty();
    }

    [Fact]
    public void A_lead_who_wrote_half_an_emoji_into_the_form_is_greeted()
    {
        var world = new World { Name = @"Ana \ud83d" };

        world.Run(TimeSpan.FromMinutes(1));

        world.Greeted.ShouldHaveSingleItem();
        world.Tries.ShouldBe(1);
    }

    /// <summary>Meta gives the lead; GHL and deliveries fail as a test says.</summary>
    private sealed class World : HttpMessageHandler
    {
        private const string Ana = """{"field_data":[{"name":"full_name","values":["Ana Ruiz"]},{"name":"phone_number","values":["+15550100"]}]}""";
        private readonly VirtualTime _time = new();
        private readonly Lane _lane = new("greeting");
        private readonly DateTimeOffset _begun;
        private bool _running;

        public World() => _begun = _time.GetUtcNow();

        public TimeSpan DownUntil { get; init; }

        public CrmFailure Failure { get; init; } = CrmFailure.Unavailable;

        /// <summary>The code with which Meta, and not GHL, fails.</summary>
        public int? Refuses { get; init; }

        public string? Token { get; init; } = "t";

        /// <summary>As it stands in Meta's JSON.</summary>
        public string Name { get; init; } = "Ana Ruiz";

        public int LosesDeliveries { get; set; }

        public int Tries { get; private set; }

        /// <summary>How often Meta was asked.</summary>
        public int Asked { get; private set; }

        public HashSet<string> Greeted { get; } = [];

        public List<long> Handled { get; } = [];

        public List<string?> Told { get; } = [];

        public HeardLog<FormLeadGreeting> Log { get; } = new();

        private bool IsDown => _time.GetUtcNow() - _begun < DownUntil;

        /// <summary>Goes on to a time, counted from the beginning.</summary>
        public void Run(TimeSpan until)
        {
            if (!_running) Start();
            do
            {
                while (_lane.CanRun) _lane.RunOne();
            }
            while (_time.Advance(until));
        }

        private void Start()
        {
            _running = true;
            var lead = new InboxEvent { Id = 7, Kind = InboxEventKind.FormLead, Conversation = new("loc", "meta:1"), MessageId = "l1", Detail = "1", SentAt = _begun, ReceivedAt = _begun };
            var greeting = new FormLeadGreeting(
                new MetaGraph(new HttpClient(this), Microsoft.Extensions.Options.Options.Create(new MetaOptions { AccessToken = Token, GraphUrl = "https://graph.example.com" })),
                Double<ICrm>((_, _) =>
                {
                    Tries++;
                    return IsDown && Refuses is null ? Task.FromException<string>(new CrmException(Failure, "503")) : Task.FromResult("ana");
                }),
                Double<IInbox>((method, args) => method == nameof(IInbox.AppendAsync) ? Append((InboxEvent)args[0]!) : Mark((IReadOnlyCollection<long>)args[0]!)),
                Double<IConversationLog>((method, args) => method == nameof(IConversationLog.RecordAsync) ? Record((TurnRecord)args[0]!) : Task.FromResult(Row())),
                Double<IGrainFactory>((_, _) => Double<IConversationGrain>((_, _) => LosesDeliveries-- > 0 ? Task.FromException(new TimeoutException()) : Task.CompletedTask)),
                Double<ILocations>((_, _) => new LocationSettings { LocationId = "loc", TimeZone = "America/Chicago", Language = "es", MinimumBudget = 300, AgentName = "María" }),
                _time,
                Log);
            _lane.Post(() => _ = greeting.RunAsync(lead, CancellationToken.None));
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            var refused = IsDown && Refuses is not null;
            return Task.FromResult(new HttpResponseMessage(refused ? HttpStatusCode.BadRequest : HttpStatusCode.OK)
            {
                Content = new StringContent(refused ? $$$"""{"error":{"message":"no","type":"OAuthException","code":{{{Refuses}}}}}""" : Ana.Replace("Ana Ruiz", Name, StringComparison.Ordinal)),
            });
        }

        private Task<Appended> Append(InboxEvent e) => Task.FromResult(new Appended(e, !Greeted.Add(e.MessageId)));

        private Task Mark(IReadOnlyCollection<long> ids)
        {
            Handled.AddRange(ids);
            return Task.CompletedTask;
        }

        private Task Record(TurnRecord turn)
        {
            Told.Add(turn.Conversation.NeedsHuman);
            return Mark(turn.HandledInboxIds);
        }

        private ConversationRow? Row() => Told.Count == 0
            ? null
            : new ConversationRow { LocationId = "loc", ContactId = "meta:1", Turn = 0, Stage = "HandedOff", Language = "es", NeedsHuman = Told[^1], UpdatedAt = _begun };

        private static T Double<T>(Func<string, object?[], object?> answer)
            where T : class
        {
            var proxy = DispatchProxy.Create<T, MissedMessagesTests.Answering>();
            ((MissedMessagesTests.Answering)(object)proxy).Answer = answer;
            return proxy;
        }
    }
}
