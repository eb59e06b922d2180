using System.Runtime.ExceptionServices;

namespace OutletBot.Unit.Simulation;

/// <summary>Runs the work of one activation, or of the world, a piece at a time, when the simulation says so.</summary>
internal sealed class Lane(string name) : TaskScheduler
{
    private readonly LinkedList<Task> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public string Name { get; } = name;

    /// <summary>A stopped process: its work stays where it is.</summary>
    public bool Frozen { get; set; }

    /// <summary>A killed process: its work is gone.</summary>
    public bool Dead { get; set; }

    /// <summary>Where work came from another thread than the simulation's.</summary>
    public string? OffThread { get; private set; }

    public bool CanRun => !Frozen && !Dead && _ready.Count > 0;

    /// <summary>What went wrong in work that nobody waits for.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    public void Post(Action work) => _ = Task.Factory.StartNew(() => Do(work), CancellationToken.None, TaskCreationOptions.None, this);

    public void RunOne()
    {
        var task = _ready.First!.Value;
        _ready.RemoveFirst();
        TryExecuteTask(task);
    }

    private void Do(Action work)
    {
        try
        {
            work();
        }
        catch (Exception e)
        {
            Failure ??= ExceptionDispatchInfo.Capture(e);
        }
    }

    protected override void QueueTask(Task task)
    {
        // On two threads nothing would be decided by the seed.
        if (Environment.CurrentManagedThreadId != _thread) OffThread ??= Environment.StackTrace;
        _ready.AddLast(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _ready;
}
