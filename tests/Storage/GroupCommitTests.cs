using OutletBot.Persistence.Sql;

namespace OutletBot.Storage;

public sealed class GroupCommitTests
{
    [Fact]
    public async Task A_database_that_goes_away_while_a_refused_batch_is_taken_apart_is_asked_once_more_and_not_for_each()
    {
        var (asked, gate) = (0, new TaskCompletionSource());
        await using var commits = new GroupCommit<int, int>(capacity: 100, batchSize: 100, async items =>
        {
            // The first goes alone, so that the others gather behind it.
            if (items is [0]) await gate.Task;
            else if (items.Count > 1) throw new InvalidOperationException("one of them is refused");
            else if (++asked > 1) throw new IOException("the database is away");
            return [.. items];
        });
        commits.TryCommit(0, CancellationToken.None, out var first).ShouldBeTrue();
        Task<int>[] others = [.. Enumerable.Range(1, 50).Select(n => commits.TryCommit(n, CancellationToken.None, out var committed) ? committed : throw new InvalidOperationException())];
        gate.SetResult();

        (await first).ShouldBe(0);
        (await others[0]).ShouldBe(1);
        foreach (var other in others[1..]) await Should.ThrowAsync<IOException>(other);
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_taken_back_while_it_waits_is_not_committed_and_what_is_on_its_way_is_told_as_it_ends()
    {
        var (started, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        List<int> done = [];
        await using var commits = new GroupCommit<int, int>(capacity: 100, batchSize: 100, async items =>
        {
            done.AddRange(items);
            started.TrySetResult();
            await gate.Task;
            return [.. items];
        });
        using var late = new CancellationTokenSource();
        commits.TryCommit(1, late.Token, out var begun).ShouldBeTrue();
        await started.Task;
        commits.TryCommit(2, late.Token, out var waiting).ShouldBeTrue();
        commits.TryCommit(3, CancellationToken.None, out var other).ShouldBeTrue();

        await late.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        begun.IsCompleted.ShouldBeFalse();
        gate.SetResult();

        (await begun).ShouldBe(1);
        (await other).ShouldBe(3);
        done.ShouldBe([1, 3]);
    }
}
