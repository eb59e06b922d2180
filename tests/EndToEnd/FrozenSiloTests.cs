namespace OutletBot.EndToEnd;

/// <summary>A silo that stops between a commit and what it committed to, and goes on when another has taken over.</summary>
public sealed class FrozenSiloTests(Postgres postgres)
{
    private const int Leads = 6;

    /// <summary>A time each: the simulator's calendar is one for all.</summary>
    private static readonly string[] Choices = ["1", "2", "3", "4", "5"];

    [Fact]
    public async Task A_silo_that_wakes_up_at_the_rate_gate_sends_nothing_that_another_has_sent()
    {
        // So few that what is committed waits for seconds before it may leave.
        await using var site = await SiteAsync(requestsPer10Seconds: 10);
        await using var one = site.LaunchSilo();
        await using var two = site.LaunchSilo();
        await Task.WhenAll(one.SaysAsync("Brain"), two.SaysAsync("Brain"));
        await site.StartBotAsync("Gateway", "/health/ready");
        var location = $"loc-{Guid.NewGuid():N}";
        var leads = Enumerable.Range(0, Leads).Select(_ => new Lead(site, $"lead-{Guid.NewGuid():N}", location)).ToArray();
        foreach (var lead in leads) await site.ControlAsync(HttpMethod.Post, "leads", new { id = lead.Id, locationId = location, phone = lead.Phone });
        await Task.WhenAll(leads.Select(lead => lead.SayAsync(Lead.Script[0])));
        await Eventually.TrueAsync(async () => (await leads[0].RequestsAsync(site)).Count() >= 10, TimeSpan.FromSeconds(40), () => site.Output);

        await FreezeUntilEvictedAsync(one, site);
        foreach (var lead in leads) await lead.HearsAsync(1, seconds: 120);
        await one.ThawAsync();

        await site.HandledAsync(seconds: 120);
        await one.ExitAsync(TimeSpan.FromSeconds(60));
        foreach (var lead in leads) (await lead.HeardAsync()).Count.ShouldBe(1, $"one:\n{one.Output}\ntwo:\n{two.Output}");
    }

    [Fact]
    public async Task A_silo_that_wakes_up_with_bookings_under_way_books_nothing_twice()
    {
        await using var site = await SiteAsync(requestsPer10Seconds: 100);
        await using var one = site.LaunchSilo();
        await using var two = site.LaunchSilo();
        await Task.WhenAll(one.SaysAsync("Brain"), two.SaysAsync("Brain"));
        await site.StartBotAsync("Gateway", "/health/ready");
        var leads = await Task.WhenAll(Enumerable.Range(0, Choices.Length).Select(_ => site.NewLeadAsync()));
        await Task.WhenAll(leads.Select(async lead =>
        {
            for (var at = 1; at < Lead.Script.Count; at++) await lead.ConverseAsync(at);
        }));

        // The calendar is read right before a booking: while that read takes its time, the booking is committed and not made.
        await site.ControlAsync(HttpMethod.Post, "faults", new { target = "ghl", kind = "latency", pathContains = "free-slots", method = "GET", times = Choices.Length, latencyMs = 3_000 });
        await Task.WhenAll(leads.Zip(Choices, (lead, choice) => lead.SayAsync(choice)));
        await Eventually.TrueAsync(
            async () => (await site.ControlAsync(HttpMethod.Get, "faults"))["rules"]!.AsArray().Count == 0, TimeSpan.FromSeconds(40), () => site.Output);
        await FreezeUntilEvictedAsync(one, site);
        foreach (var lead in leads) await lead.HearsAsync(Lead.Script.Count, seconds: 120);
        await one.ThawAsync();

        await site.HandledAsync(seconds: 120);
        await one.ExitAsync(TimeSpan.FromSeconds(60));
        foreach (var lead in leads) await lead.ShouldBeBookedAsync();
    }

    /// <summary>Only a silo that the others have given up is one whose work another may have taken over.</summary>
    private static async Task FreezeUntilEvictedAsync(RunningProcess silo, Site site)
    {
        await silo.FreezeAsync();
        await Eventually.TrueAsync(() => Stored.HasLostASiloAsync(site.ConnectionString), TimeSpan.FromSeconds(60), () => site.Output);
    }

    private async Task<Site> SiteAsync(int requestsPer10Seconds) => await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
        ["Crm:RequestsPer10Seconds"] = $"{requestsPer10Seconds}",
    });
}
