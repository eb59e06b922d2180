using Microsoft.Extensions.Logging.Abstractions;
using OutletBot.Agent;
using OutletBot.Booking;
using OutletBot.Calendars;
using OutletBot.Conversations;
using OutletBot.Unit.Simulation;

namespace OutletBot.Unit.Conversations;

/// <summary>Effects carried out one at a time, in a GHL where nothing fails but what the test says.</summary>
internal sealed class EffectRuns
{
    private readonly SimulatedWorld _world = new(1, new Conversation()) { FaultRate = 0 };

    public SimulatedGhl Ghl => _world.Ghl;

    public DateTimeOffset Now => _world.Time.GetUtcNow();

    public NotedCalendar Calendar { get; } = new();

    /// <summary>How long the last run took.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Something happens meanwhile.</summary>
    public void After(TimeSpan begin, Action happens) => _world.At(begin, happens);

    public Setting Setting => new() { Location = _world.Get("loc"), Now = Now };

    /// <summary>Carries an effect of a conversation out; looks it up first where it may be done already.</summary>
    public async Task<Conversation> RunAsync(Effect effect, bool mayBeDone = false, Conversation? conversation = null)
    {
        var shell = new ConversationShell(
            SimulatedWorld.Id, _world.Sql.Activation(), new ConversationWorld(new RuleBrain(), Ghl, Calendar, _world.Sql, _world, new(), _world.Time, NullLogger.Instance));
        var before = conversation ?? new Conversation();
        before = before with { Effects = [.. before.Effects, effect] };
        Task<Conversation>? run = null;
        _world.At(TimeSpan.Zero, () => run = TimedAsync(new EffectRunner(Ghl, Calendar, _world.Time).RunAsync(
            SimulatedWorld.Id, before, effect, mayBeDone, new(shell, TaskScheduler.Current, speaks: false, until: null), Setting, CancellationToken.None)));
        _world.Run(TimeSpan.FromMinutes(1));
        return await run!;
    }

    private async Task<Conversation> TimedAsync(Task<Conversation> run)
    {
        var began = Now;
        var after = await run;
        Took = Now - began;
        return after;
    }

    /// <summary>A calendar that notes what it is asked for.</summary>
    internal sealed class NotedCalendar : ICalendar
    {
        /// <summary>The appointment that a booking makes; null when the time is taken.</summary>
        public string? Books { get; set; } = "a1";

        public BookingRequest? Asked { get; private set; }

        /// <summary>Whether the times were read anew from GHL.</summary>
        public bool Fresh { get; private set; }

        public Task<IReadOnlyList<DateTimeOffset>> FreeTimesAsync(string locationId, bool fresh, CancellationToken cancellation)
        {
            Fresh = fresh;
            return Task.FromResult<IReadOnlyList<DateTimeOffset>>([Talk.Monday.AddDays(2), Talk.Monday.AddDays(3)]);
        }

        public Task<string?> BookAsync(string locationId, BookingRequest request, CancellationToken cancellation)
        {
            Asked = request;
            return Task.FromResult(Books);
        }
    }
}
