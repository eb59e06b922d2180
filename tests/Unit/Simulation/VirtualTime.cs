namespace OutletBot.Unit.Simulation;

/// <summary>A clock that stands still while anything can run, and then jumps to the next timer.</summary>
internal sealed class VirtualTime : TimeProvider
{
    private readonly PriorityQueue<Timer, (long Due, long Number)> _timers = new();
    private long _now;
    private long _number;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 23, 15, 0, 0, TimeSpan.Zero).AddTicks(_now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Jumps to the next timer and fires it. False when there is none before the limit.</summary>
    public bool Advance(TimeSpan limit)
    {
        while (_timers.TryDequeue(out var timer, out var key))
        {
            if (timer.Number != key.Number) continue;
            if (key.Due > limit.Ticks)
            {
                _timers.Enqueue(timer, key);
                return false;
            }

            _now = Math.Max(_now, key.Due);
            timer.Fire();
            return true;
        }

        return false;
    }

    private sealed class Timer(VirtualTime clock, Action fire) : ITimer
    {
        public long Number { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Number = ++clock._number;
            if (dueTime != Timeout.InfiniteTimeSpan) clock._timers.Enqueue(this, (clock._now + dueTime.Ticks, Number));
            return true;
        }

        public void Fire()
        {
            Number = 0;
            fire();
        }

        public void Dispose() => Number = 0;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>The clock of one process, which runs like the world's and is ahead of it.</summary>
internal sealed class SetClock(VirtualTime world, TimeSpan ahead) : TimeProvider
{
    public TimeSpan Ahead => ahead;

    public override long TimestampFrequency => world.TimestampFrequency;

    public override long GetTimestamp() => world.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => world.GetUtcNow() + ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => world.CreateTimer(callback, state, dueTime, period);
}
