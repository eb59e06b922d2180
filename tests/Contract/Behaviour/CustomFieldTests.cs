using OutletBot.Conversations;
using OutletBot.Crm;

namespace OutletBot.Contract.Behaviour;

public sealed class CustomFieldTests
{
    [Fact]
    public async Task An_update_is_one_request_once_the_fields_are_known()
    {
        await using var ghl = Double(GhlDouble.FieldList);
        var patch = new ContactPatch { Name = "Maria Lopez", MonthlyBudgetUsd = 500, Problem = "pocas ventas", DoNotDisturb = true };

        (await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, patch, TestContext.Current.CancellationToken))).ShouldBeEmpty();
        await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, patch, TestContext.Current.CancellationToken));

        ghl.Requests.Select(r => r.Method).ShouldBe(["GET", "PUT", "PUT"]);
        ghl.Requests.Last().Body.ShouldBe("""{"firstName":"Maria","lastName":"Lopez","dnd":true,"dndSettings":{"SMS":{"status":"active"},"WhatsApp":{"status":"active"}},"customFields":[{"id":"f1","field_value":"pocas ventas"},{"id":"f3","field_value":500}]}""");
    }

    [Fact]
    public async Task A_missing_field_is_left_out_and_looked_for_again_at_most_once_a_minute()
    {
        await using var ghl = Double("""{"customFields":[]}""");

        for (var i = 0; i < 3; i++)
            (await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, new ContactPatch { Goal = "crecer" }, TestContext.Current.CancellationToken))).ShouldBe([Field.Goal]);
        ghl.Requests.Count.ShouldBe(1);

        ghl.Time.Advance(TimeSpan.FromMinutes(1));
        await ghl.Play(ghl.Crm.UpdateContactAsync(GhlDouble.Location, GhlDouble.Contact, new ContactPatch { Goal = "crecer" }, TestContext.Current.CancellationToken));
        ghl.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Custom_fields_that_cannot_be_read_hold_up_all_who_wait_for_them_once_and_not_one_after_the_other()
    {
        await using var ghl = new GhlDouble(async (request, cancellation) =>
        {
            if (request.Url.AbsolutePath.EndsWith("customFields", StringComparison.Ordinal)) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return GhlDouble.Json("""{"contact":{"id":"c"}}""");
        });
        var began = ghl.Time.GetUtcNow();

        var reads = Enumerable.Range(0, 8).Select(i => ghl.Crm.FindContactAsync(GhlDouble.Location, $"c{i}", TestContext.Current.CancellationToken)).ToArray();
        foreach (var read in reads) await ghl.Fails(read);

        (ghl.Time.GetUtcNow() - began).ShouldBeLessThan(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Who_stops_waiting_for_custom_fields_takes_them_from_nobody_else()
    {
        var asked = new TaskCompletionSource();
        var answered = new TaskCompletionSource();
        await using var ghl = new GhlDouble(async (request, cancellation) =>
        {
            if (!request.Url.AbsolutePath.EndsWith("customFields", StringComparison.Ordinal)) return GhlDouble.Json("""{"contact":{"id":"c","customFields":[{"id":"f1","value":"pocas ventas"}]}}""");
            asked.TrySetResult();
            await answered.Task.WaitAsync(cancellation);
            return GhlDouble.Json(GhlDouble.FieldList);
        });
        using var impatience = new CancellationTokenSource();
        var impatient = ghl.Crm.FindContactAsync(GhlDouble.Location, "c1", impatience.Token);
        await asked.Task;
        var patient = ghl.Crm.FindContactAsync(GhlDouble.Location, "c2", TestContext.Current.CancellationToken);

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);
        answered.SetResult();

        (await ghl.Play(patient)).ShouldNotBeNull().Problem.ShouldBe("pocas ventas");
        ghl.Requests.Count(r => r.Url.AbsolutePath.EndsWith("customFields", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static GhlDouble Double(string fields) =>
        new((request, _) => Task.FromResult(GhlDouble.Json(request.Method == "GET" ? fields : """{"succeded":true}""")));
}
