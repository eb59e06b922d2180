using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Locations;
using OutletBot.ReadModel;

namespace OutletBot.Unit.Inbox;

/// <summary>What runs beside the grains, as its silo ends in the middle of what it does.</summary>
public sealed class EndingTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task A_watch_that_is_asked_for_as_the_silo_ends_is_no_failure()
    {
        using var watch = new MissedMessagesWatch(
            Double<IGrainFactory>(_ => Double<IMissedMessagesGrain>(_ => AskedAsync())),
            Double<ILocations>(_ => new[] { "loc1", "loc2" }),
            _time,
            NullLogger<MissedMessagesWatch>.Instance);

        await EndsInOrderAsync(watch);
    }

    [Fact]
    public async Task Follow_ups_that_are_looked_for_as_the_silo_ends_are_no_failure()
    {
        using var sweeper = new FollowUpSweeper(
            Double<IConversationLog>(_ => ListAsync()), Double<IGrainFactory>(_ => throw new NotSupportedException()), _time, NullLogger<FollowUpSweeper>.Instance);

        await EndsInOrderAsync(sweeper);

        async Task<IReadOnlyList<ConversationRow>> ListAsync()
        {
            await AskedAsync();
            return [];
        }
    }

    private async Task EndsInOrderAsync(BackgroundService running)
    {
        await running.StartAsync(CancellationToken.None);
        for (var patience = 0; !_asked.Task.IsCompleted && patience < 10_000; patience++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(_asked.Task, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        var end = running.StopAsync(CancellationToken.None);
        _answer.SetException(new InvalidOperationException("This silo does not take calls any more."));
        await end;

        running.ExecuteTask!.Status.ShouldBe(TaskStatus.RanToCompletion);
    }

    private Task AskedAsync()
    {
        _asked.TrySetResult();
        return _answer.Task;
    }

    private static T Double<T>(Func<string, object?> answer)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, MissedMessagesTests.Answering>();
        ((MissedMessagesTests.Answering)(object)proxy).Answer = (method, _) => answer(method);
        return proxy;
    }
}
