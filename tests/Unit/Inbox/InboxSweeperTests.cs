using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using OutletBot.Conversations;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.ReadModel;
using Channel = System.Threading.Channels.Channel;

namespace OutletBot.Unit.Inbox;

public sealed class InboxSweeperTests
{
    [Fact]
    public async Task What_nobody_handled_is_delivered_again_and_what_just_came_is_not()
    {
        await using var world = await World.StartAsync();
        world.Receive(1, TimeSpan.FromSeconds(-10));
        world.Receive(2, TimeSpan.Zero);

        await world.UntilAsync(() => world.Delivered.Contains(1));
        world.Delivered.ShouldNotContain(2);
    }

    [Fact]
    public async Task Everything_overdue_is_swept_though_it_fills_many_batches()
    {
        await using var world = await World.StartAsync();
        for (var id = 1; id <= 450; id++) world.Receive(id, TimeSpan.FromSeconds(-10));

        await world.UntilAsync(() => world.Delivered.Distinct().Count() == 450);
    }

    [Fact]
    public async Task What_waits_for_long_is_delivered_twice_a_minute_and_what_was_lost_a_moment_ago_does_not_wait_behind_it()
    {
        await using var world = await World.StartAsync();
        for (var id = 1; id <= 1_000; id++) world.Receive(id, TimeSpan.FromMinutes(-10));
        await world.UntilAsync(() => world.Delivered.Distinct().Count() == 1_000);
        var first = world.Delivered.Count;
        world.Receive(1_001, TimeSpan.FromSeconds(-3));

        await world.UntilAsync(() => world.Delivered.Contains(1_001), atMost: TimeSpan.FromSeconds(6));
        await world.PassAsync(TimeSpan.FromSeconds(20));
        world.Delivered.Count(id => id <= 1_000).ShouldBe(first);
        await world.UntilAsync(() => world.Delivered.Count(id => id <= 1_000) == 2 * first, atMost: TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_silo_that_does_not_answer_keeps_nothing_from_the_others()
    {
        await using var world = await World.StartAsync();
        world.NeverAnswers = 1;
        world.Receive(1, TimeSpan.FromSeconds(-10));
        world.Receive(2, TimeSpan.FromSeconds(-10));

        await world.UntilAsync(() => world.Delivered.Count(id => id == 2) >= 2);
    }

    [Fact]
    public async Task A_silo_lost_has_what_was_on_its_way_delivered_before_it_is_overdue()
    {
        await using var world = await World.StartAsync();
        await world.SeeAsync(SiloStatus.Active);
        world.Receive(1, TimeSpan.FromSeconds(-1.5));
        await world.SeeAsync(SiloStatus.Dead);

        await world.UntilAsync(() => world.Delivered.Contains(1), atMost: TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_members_are_watched_again_after_a_failure()
    {
        await using var world = await World.StartAsync();
        await world.SeeAsync(SiloStatus.Active);
        world.FailWatching();
        await world.UntilAsync(() => world.Watches == 2);
        await world.SeeAsync(SiloStatus.Active);
        world.Receive(1, TimeSpan.FromSeconds(-1.5));
        await world.SeeAsync(SiloStatus.Dead);

        await world.UntilAsync(() => world.Delivered.Contains(1), atMost: TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_no_grain_takes_is_warned_of_by_name_and_keeps_nothing_from_the_others()
    {
        await using var world = await World.StartAsync();
        world.Fails = id => id == 1;
        world.Receive(1, TimeSpan.FromSeconds(-10));
        world.Receive(2, TimeSpan.FromSeconds(-10));

        await world.UntilAsync(() => world.Delivered.Count(id => id == 2) >= 2);
        world.Log.Lines.ShouldBe(["Warning: 1 events could not be delivered and are tried again, among them 1 of loc/lead-1."]);
    }

    [Fact]
    public async Task How_many_wait_and_for_how_long_is_measured_by_each_sweep_through_everything()
    {
        await using var world = await World.StartAsync();
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Scope == world.Meters) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
        for (var id = 1; id <= 250; id++) world.Receive(id, TimeSpan.FromSeconds(-90));

        await world.UntilAsync(() => measured.GetValueOrDefault("outletbot.inbox.waiting") > 0, atMost: TimeSpan.FromMinutes(1));
        measured["outletbot.inbox.waiting"].ShouldBe(250);
        measured["outletbot.inbox.oldest"].ShouldBeInRange(90, 150);

        world.HandleAll();
        await world.UntilAsync(() => measured["outletbot.inbox.waiting"] == 0, atMost: TimeSpan.FromMinutes(1));
        measured["outletbot.inbox.oldest"].ShouldBe(0);
    }

    [Fact]
    public async Task SQL_that_is_away_is_asked_again()
    {
        await using var world = await World.StartAsync();
        world.SqlIsAway = true;
        world.Receive(1, TimeSpan.FromSeconds(-10));
        await world.UntilAsync(() => world.Refused > 0);
        world.SqlIsAway = false;

        await world.UntilAsync(() => world.Delivered.Contains(1));
    }

    /// <summary>An inbox, grains and a cluster around one sweeper, on a clock of its own.</summary>
    private sealed class World : IClusterMembershipService, IAsyncDisposable
    {
        private static readonly SiloAddress Other = SiloAddress.New(IPAddress.Loopback, 1, 1);

        private readonly Lock _gate = new();
        private readonly List<InboxEvent> _events = [];
        private readonly List<long> _delivered = [];
        private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
        private readonly InboxSweeper _sweeper;
        private Channel<ClusterMembershipSnapshot> _members = Channel.CreateUnbounded<ClusterMembershipSnapshot>();
        private int _seen;
        private int _version;

        private World() => _sweeper = new InboxSweeper(
            Double<IInbox>((method, args) => method switch
            {
                nameof(IInbox.UnhandledAsync) => Unhandled((DateTimeOffset)args[0]!, (long)args[1]!, (int)args[2]!),
                nameof(IInbox.PurgeAsync) => Task.FromResult(0),
                _ => throw new NotSupportedException(method),
            }),
            Double<IGrainFactory>((_, _) => Double<IConversationGrain>((_, delivered) => Deliver((InboxEvent)delivered[0]!))),
            new Undelivered(Double<IConversationLog>((method, _) => throw new NotSupportedException(method)), Double<ILocations>((method, _) => throw new NotSupportedException(method)), _time, Log),
            new InboxMetrics(Meters),
            this,
            _time,
            NullLogger<InboxSweeper>.Instance);

        public long? NeverAnswers { get; set; }

        /// <summary>Which events no grain takes.</summary>
        public Func<long, bool> Fails { get; set; } = static _ => false;

        public HeardLog<Undelivered> Log { get; } = new();

        public IMeterFactory Meters { get; } = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

        public bool SqlIsAway { get; set; }

        public int Refused { get; private set; }

        public int Watches { get; private set; }

        public IReadOnlyList<long> Delivered
        {
            get
            {
                lock (_gate) return [.. _delivered];
            }
        }

        public ClusterMembershipSnapshot CurrentSnapshot => throw new NotSupportedException();

        public IAsyncEnumerable<ClusterMembershipSnapshot> MembershipUpdates => UpdatesAsync(CancellationToken.None);

        public static async Task<World> StartAsync()
        {
            var world = new World();
            await world._sweeper.StartAsync(CancellationToken.None);
            return world;
        }

        public void Receive(long id, TimeSpan fromNow)
        {
            lock (_gate)
            {
                _events.Add(new InboxEvent
                {
                    Id = id,
                    Kind = InboxEventKind.LeadMessage,
                    Conversation = new("loc", $"lead-{id}"),
                    MessageId = $"m{id}",
                    SentAt = _time.GetUtcNow() + fromNow,
                    ReceivedAt = _time.GetUtcNow() + fromNow,
                });
            }
        }

        public void HandleAll()
        {
            lock (_gate) _events.Clear();
        }

        /// <summary>The sweeper sees the other silo in this state.</summary>
        public async Task SeeAsync(SiloStatus status)
        {
            var seen = Volatile.Read(ref _seen);
            var members = ImmutableDictionary<SiloAddress, ClusterMember>.Empty.Add(Other, new ClusterMember(Other, status, "other"));
            _members.Writer.TryWrite(new ClusterMembershipSnapshot(members, new MembershipVersion(++_version)));
            await Eventually(() => Volatile.Read(ref _seen) > seen, advance: false, TimeSpan.MaxValue);
        }

        public void FailWatching()
        {
            var failing = _members;
            _members = Channel.CreateUnbounded<ClusterMembershipSnapshot>();
            failing.Writer.Complete(new InvalidOperationException("membership is gone"));
        }

        public Task UntilAsync(Func<bool> condition, TimeSpan? atMost = null) => Eventually(condition, advance: true, atMost ?? TimeSpan.FromMinutes(5));

        public Task PassAsync(TimeSpan duration)
        {
            var until = _time.GetUtcNow() + duration;
            return UntilAsync(() => _time.GetUtcNow() >= until);
        }

        public ValueTask Refresh(MembershipVersion minimumVersion = default, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<bool> TryKill(SiloAddress siloAddress) => throw new NotSupportedException();

        public async ValueTask DisposeAsync()
        {
            await _sweeper.StopAsync(CancellationToken.None);
            _sweeper.Dispose();
        }

        /// <summary>Moves the sweeper's clock until the condition holds.</summary>
        private async Task Eventually(Func<bool> condition, bool advance, TimeSpan atMost)
        {
            var until = atMost == TimeSpan.MaxValue ? DateTimeOffset.MaxValue : _time.GetUtcNow() + atMost;
            var begun = TimeProvider.System.GetTimestamp();
            while (!condition())
            {
                TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(60));
                _time.GetUtcNow().ShouldBeLessThan(until);
                if (advance) _time.Advance(TimeSpan.FromMilliseconds(50));
                // Lets what the clock woke run.
                for (var turn = 0; turn < 5; turn++) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            }
        }

        private async IAsyncEnumerable<ClusterMembershipSnapshot> UpdatesAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            Watches++;
            await foreach (var snapshot in _members.Reader.ReadAllAsync(cancellation))
            {
                yield return snapshot;
                Interlocked.Increment(ref _seen);
            }
        }

        private Task<IReadOnlyList<InboxEvent>> Unhandled(DateTimeOffset before, long after, int limit)
        {
            if (SqlIsAway)
            {
                Refused++;
                throw new InboxUnavailableException("SQL is away");
            }

            lock (_gate) return Task.FromResult<IReadOnlyList<InboxEvent>>([.. _events.Where(e => e.ReceivedAt < before && e.Id > after).OrderBy(e => e.Id).Take(limit)]);
        }

        private Task Deliver(InboxEvent e)
        {
            if (e.Id == NeverAnswers) return new TaskCompletionSource().Task;
            if (Fails(e.Id)) throw new InvalidDataException("The row cannot be read.");
            lock (_gate) _delivered.Add(e.Id);
            return Task.CompletedTask;
        }

        private static T Double<T>(Func<string, object?[], object?> answer)
            where T : class
        {
            var proxy = DispatchProxy.Create<T, MissedMessagesTests.Answering>();
            ((MissedMessagesTests.Answering)(object)proxy).Answer = answer;
            return proxy;
        }
    }
}
