using System.Collections.Concurrent;

namespace OutletBot.Persistence.Sqlite;

/// <summary>A thread that runs what would block a shared one.</summary>
internal sealed class WriterThread : IDisposable
{
    private readonly BlockingCollection<Action> work = [];

    public WriterThread(string name)
    {
        var thread = new Thread(Run) { IsBackground = true, Name = name };
        thread.Start();
    }

    public Task RunAsync(Action action)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try
            {
                action();
                done.SetResult();
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    public void Dispose() => work.CompleteAdding();

    private void Run()
    {
        foreach (var action in work.GetConsumingEnumerable()) action();
    }
}
