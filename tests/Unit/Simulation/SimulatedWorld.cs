using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OutletBot.Agent;
using OutletBot.Booking;
using OutletBot.Conversations;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.Voice;

namespace OutletBot.Unit.Simulation;

/// <summary>
/// One conversation in a world that fails: SQL, GHL and the brain answer late, wrongly or not at all, processes die or hang at
/// any await. Everything happens on one thread, in an order that the seed decides.
/// </summary>
internal sealed class SimulatedWorld : ILocations
{
    public static readonly ConversationId Id = new("loc", "ana");

    private static readonly TimeSpan PatienceForAnAnswer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);

    /// <summary>No history that ends comes near it; one that does not would take the tests' whole time to tell.</summary>
    private const int StepsAtMost = 100_000;

    private readonly List<Lane> _lanes = [];
    private readonly HashSet<Lane> _silenced = [];
    private Lane? _running;
    private Lane? _active;
    private ConversationShell? _shell;
    private bool _ending;
    private int _ids;

    public SimulatedWorld(int seed, Conversation start)
    {
        Random = new Random(seed);
        Sql = new SimulatedSql(this, start);
        Ghl = new SimulatedGhl(this);
        _lanes.Add(Everybody);
    }

    public Random Random { get; }

    public VirtualTime Time { get; } = new();

    public Lane Everybody { get; } = new("world");

    public SimulatedSql Sql { get; }

    public SimulatedGhl Ghl { get; }

    public List<string> Log { get; } = [];

    /// <summary>Sends that an activation began although it had been told that a person answers.</summary>
    public int TalkedOver { get; private set; }

    /// <summary>How often things go wrong, 0 to 1.</summary>
    public double FaultRate { get; set; } = 0.15;

    /// <summary>By how many seconds a process's clock may be off, where things go wrong.</summary>
    public double ClocksOff { get; init; } = 50;

    /// <summary>Who thinks; by default a brain whose words tell which messages they cover.</summary>
    public IBrain? Brain { get; init; }

    /// <summary>Who hears recordings, if anybody does.</summary>
    public IVoice? Voice { get; init; }

    /// <summary>Who hears what shells log.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    public FollowUpSettings FollowUps { get; init; } = new();

    /// <summary>How long activations asked to be kept, each time they did.</summary>
    public List<TimeSpan> KeptAlive { get; } = [];

    public string? DefaultLocationId => "loc";

    private ConversationOptions Options { get; } = new();

    public LocationSettings Get(string locationId) => new()
    {
        LocationId = locationId,
        TimeZone = "America/Chicago",
        Language = "es",
        MinimumBudget = 300,
        AgentName = "María",
        CalendarId = "cal",
        FollowUps = FollowUps,
    };

    public void Note(string what) => Log.Add($"{Time.GetTimestamp() / (double)TimeSpan.TicksPerSecond,8:0.000} {what}");

    public bool Happens(double probability) => Random.NextDouble() < probability;

    public TimeSpan Between(double fromSeconds, double toSeconds) => TimeSpan.FromSeconds(fromSeconds + (Random.NextDouble() * (toSeconds - fromSeconds)));

    /// <summary>Schedules something that no process can undo.</summary>
    public void At(TimeSpan fromNow, Action what) => Time.CreateTimer(_ => Everybody.Post(what), null, fromNow, Timeout.InfiniteTimeSpan);

    /// <summary>
    /// A call to the outside: it takes effect at a time of its own, whether or not the caller is still there, and the answer
    /// comes later.
    /// </summary>
    public Task<T> CallAsync<T>(string name, Func<T> effect, TimeSpan latency)
    {
        var answer = new TaskCompletionSource<T>();
        At(latency / 2, () =>
        {
            try
            {
                var result = effect();
                At(latency / 2, () => answer.TrySetResult(result));
            }
            catch (Exception e)
            {
                Note($"{name}: {e.Message}");
                At(latency / 2, () => answer.TrySetException(e));
            }
        });
        return answer.Task;
    }

    /// <summary>The process dies, hangs for a while, or is asked to end; another takes over.</summary>
    public void LoseTheProcess()
    {
        if (_active is not { } lost || _ending) return;
        if (Happens(0.25))
        {
            End();
            return;
        }

        _active = null;
        _shell = null;
        if (Happens(0.5))
        {
            Note($"{lost.Name} dies");
            lost.Dead = true;
            return;
        }

        Note($"{lost.Name} hangs");
        lost.Frozen = true;
        At(Between(1, 12), () => lost.Frozen = false);
    }

    /// <summary>The activation is taken down; no other comes up before that is over.</summary>
    public void End()
    {
        var (lane, shell) = (_active!, _shell!);
        Note($"{lane.Name} ends");
        _ending = true;
        lane.Post(() => _ = EndAsync());

        async Task EndAsync()
        {
            await shell.StopAsync(PatienceAtTheEnd);
            _ending = false;
            if (_active == lane) (_active, _shell) = (null, null);
            Note($"{lane.Name} has ended");
        }
    }

    /// <summary>Hands an event to the current activation, making one where there is none.</summary>
    public void Deliver(InboxEvent e)
    {
        if (_ending) return;
        ComeUp();
        var shell = _shell!;
        var lane = _active!;
        lane.Post(() =>
        {
            shell.Deliver(e);
            if (Sql.Committed.Handled.Contains(e.Id)) return;
            if (e.Kind == InboxEventKind.PersonMessage) _silenced.Add(lane);
            if (e.Kind == InboxEventKind.Release) _silenced.Remove(lane);
        });
    }

    /// <summary>An id that was not given before.</summary>
    public int NextId() => ++_ids;

    /// <summary>Asks the activation that owns the conversation now, which may hang, how long a ticket is good for.</summary>
    public async Task<TimeSpan?> ProveAsync(string ticket)
    {
        if (_ending || _shell is not { } shell || _active is not { } lane) return null;
        var asked = Task.Factory.StartNew(() => shell.ProveAsync(ticket), CancellationToken.None, TaskCreationOptions.DenyChildAttach, lane).Unwrap();
        return await asked.WaitAsync(PatienceForAnAnswer, Time);
    }

    /// <summary>The conversation comes up, for whatever reason.</summary>
    public void ComeUp()
    {
        if (_shell is null && !_ending) Activate();
    }

    /// <summary>The wake-up that the conversation set comes.</summary>
    public void Wake()
    {
        if (_ending) return;
        ComeUp();
        _active!.Post(_shell!.Wake);
    }

    /// <summary>A send leaves.</summary>
    public void BeginSend()
    {
        if (_running is { } lane && _silenced.Contains(lane))
        {
            TalkedOver++;
            Note($"{lane.Name} talks over a person");
        }
    }

    /// <summary>Runs until nothing is left to do.</summary>
    public void Run(TimeSpan limit)
    {
        var steps = 0;
        do
        {
            while (_lanes.Where(l => l.CanRun).ToArray() is { Length: > 0 } ready)
            {
                (_running = ready[Random.Next(ready.Length)]).RunOne();
                if (++steps == StepsAtMost) Assert.Fail($"The history does not end:\n{string.Join('\n', Log)}");
            }
        }
        while (Time.Advance(limit));
        _lanes.ShouldAllBe(lane => lane.OffThread == null);
        foreach (var lane in _lanes) lane.Failure?.Throw();
    }

    private void Activate()
    {
        var lane = new Lane($"silo-{_lanes.Count}");
        Note($"{lane.Name} activates");
        _lanes.Add(lane);
        var clock = new SetClock(Time, FaultRate > 0 ? Between(-ClocksOff, ClocksOff) : TimeSpan.Zero);
        var world = new ConversationWorld(Brain ?? new SimulatedBrain(this), Ghl, Ghl, Sql, this, Options, clock, Logger) { Voice = Voice };
        var shell = new ConversationShell(Id, Sql.Activation(), world)
        {
            KeepAlive = KeptAlive.Add,
            GiveUp = () =>
            {
                Note($"{lane.Name} gives up");
                if (_active == lane && !_ending) (_active, _shell) = (null, null);
            },
            WakeUpAt = at => Sql.WakeUpAtAsync(at - clock.Ahead),
        };
        (_active, _shell) = (lane, shell);
        lane.Post(shell.Start);
    }
}

/// <summary>Answers what the lead wrote with words that tell which messages they cover.</summary>
internal sealed class SimulatedBrain(SimulatedWorld world) : IBrain
{
    public async Task<Proposal> ThinkAsync(Thought thought, CancellationToken cancellation)
    {
        await Task.Delay(world.Between(0.1, 6), world.Time, cancellation);
        var chooses = thought.Offered.Count > 0 && thought.Text.Contains("elijo", StringComparison.Ordinal);
        return new Proposal
        {
            Reading = chooses
                ? new Reading { Intent = Intent.ChooseSlot, Slot = new SlotReading(SlotMatch.One, [0]) }
                : new Reading { Intent = Intent.Other },
            Reply = $"re: {thought.Text.ReplaceLineEndings(" ")}",
            Brain = BrainKind.Model,
        };
    }
}
