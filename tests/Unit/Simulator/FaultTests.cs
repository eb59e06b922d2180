namespace OutletBot.Unit.Simulator;

public sealed class FaultTests
{
    private static readonly object Note = new { body = "qualified" };

    [Fact]
    public async Task A_lost_answer_leaves_the_effect_behind()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/faults", new { target = "ghl", method = "POST", pathContains = "/notes", kind = "effectThenReset", times = 1 });

        await Should.ThrowAsync<HttpRequestException>(() => host.PostAsync("/ghl/contacts/ana/notes", Note));

        var (_, notes) = await host.GetAsync("/ghl/contacts/ana/notes");
        notes["notes"]!.AsArray().Count.ShouldBe(1);
        (await host.PostAsync("/ghl/contacts/ana/notes", Note)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_reset_leaves_no_effect()
    {
        await using var host = await SimulatorHost.StartAsync();

        await Should.ThrowAsync<HttpRequestException>(() => host.PostAsync("/ghl/contacts/ana/notes", Note, fault: "reset"));

        var (_, notes) = await host.GetAsync("/ghl/contacts/ana/notes");
        notes["notes"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_status_strikes_only_where_its_conditions_hold()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/faults", new { target = "ghl", locationId = "north", kind = "status", status = 503 });

        (await host.GetAsync("/ghl/locations/north")).Status.ShouldBe(503);
        (await host.GetAsync("/ghl/locations/south")).Status.ShouldBe(200);
        await host.SendAsync(HttpMethod.Delete, "/faults");
        (await host.GetAsync("/ghl/locations/north")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/faults", new { target = "ghl", kind = "rateLimit", retryAfter = 7 });

        using var response = await host.Client.GetAsync("/simulator/ghl/locations/north", TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(429);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_fault_of_an_unknown_kind_is_refused_by_name()
    {
        await using var host = await SimulatorHost.StartAsync();

        var (status, body) = await host.PostAsync("/faults", new { target = "ghl", kind = "explode" });

        status.ShouldBe(400);
        ((string)body["error"]!).ShouldContain("explode");
    }

    [Fact]
    public async Task A_reset_of_the_simulator_forgets_contacts_faults_and_logs()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/ghl/conversations/messages", new { type = "SMS", contactId = "ana", message = "hola" });
        await host.PostAsync("/faults", new { target = "ghl", kind = "status" });

        await host.PostAsync("/reset", new { });

        var (_, state) = await host.GetAsync("/state");
        state["contacts"]!.AsArray().ShouldBeEmpty();
        state["requests"]!.AsObject().ShouldBeEmpty();
        (await host.GetAsync("/ledger")).Body["entries"]!.AsArray().ShouldBeEmpty();
        (await host.GetAsync("/faults")).Body["rules"]!.AsArray().ShouldBeEmpty();
    }
}
