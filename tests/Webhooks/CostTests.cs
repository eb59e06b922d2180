using OutletBot.Costs;

namespace OutletBot.Webhooks;

public sealed class CostTests
{
    private static readonly DateOnly Tomorrow = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);

    private static readonly CostReport Report = new(
        new() { Calls = 3, InputTokens = 3000, CachedTokens = 1000, OutputTokens = 200, Usd = 0.5m, Conversations = 2, Booked = 2 },
        [new() { Day = "2026-11-23", Usd = 0.5m }],
        [new() { LocationId = "loc1", Usd = 0.5m }],
        [new() { LocationId = "loc1", ContactId = "c1", LeadName = "<Carlos>", Stage = "Booked", Usd = 0.5m }]);

    [Fact]
    public async Task Costs_are_told_by_day_location_and_conversation_and_for_each_booked_conversation()
    {
        await using var gateway = await GatewayHost.StartAsync();
        gateway.Costs.Report = Report;

        var answer = (await GetAsync(gateway, "/api/costs?from=2026-11-01&to=2026-11-30&location=loc1&limit=5")).Json;

        gateway.Costs.Asked.ShouldBe(new CostFilter(new(2026, 11, 1), new(2026, 11, 30)) { LocationId = "loc1", Limit = 5 });
        answer["from"]!.GetValue<string>().ShouldBe("2026-11-01");
        answer["costs"]!["total"]!["usdPerBooked"]!.GetValue<decimal>().ShouldBe(0.25m);
        answer["costs"]!["total"]!["cachedTokens"]!.GetValue<long>().ShouldBe(1000);
        answer["costs"]!["days"]![0]!["day"]!.GetValue<string>().ShouldBe("2026-11-23");
        answer["costs"]!["locations"]![0]!["locationId"]!.GetValue<string>().ShouldBe("loc1");
        answer["costs"]!["conversations"]![0]!["leadName"]!.GetValue<string>().ShouldBe("<Carlos>");
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=501", "limit")]
    [InlineData("?from=2026-11-02&to=2026-11-01", "from")]
    [InlineData("?from=2020-01-01&to=2026-11-01", "from")]
    public async Task A_period_or_limit_out_of_range_is_named(string query, string field)
    {
        await using var gateway = await GatewayHost.StartAsync();

        var answer = await GetAsync(gateway, $"/api/costs{query}");

        answer.Status.ShouldBe(400);
        answer.ErrorFields.ShouldBe([field]);
    }

    [Fact]
    public async Task A_budget_is_shown_by_the_day_that_it_is_at_its_location()
    {
        await using var gateway = await GatewayHost.StartAsync(
            ("Agent:Budget:PerLocationPerDay", "5"), ("Agent:Budget:PerDay", "20"), ("Conversation:TimeZone", "Etc/UTC"), ("Locations:loc2:TimeZone", "Pacific/Kiritimati"));
        for (var day = Tomorrow.AddDays(-2); day <= Tomorrow; day = day.AddDays(1))
        {
            gateway.Costs.Days.Add(new(day, "loc1", day.Day));
            gateway.Costs.Days.Add(new(day, "loc2", 100 + day.Day));
        }

        var budgets = (await GetAsync(gateway, "/api/costs")).Json["budgets"]!.AsArray();

        var shown = budgets.ToDictionary(budget => budget!["locationId"]?.GetValue<string>() ?? "", budget => (Day: DateOnly.Parse(budget!["day"]!.GetValue<string>()), Spent: budget["spentUsd"]!.GetValue<decimal>()));
        shown.Keys.ShouldBe(["", "loc1", "loc2"], ignoreOrder: true);
        shown["loc1"].Spent.ShouldBe(shown["loc1"].Day.Day);
        shown["loc2"].Spent.ShouldBe(100 + shown["loc2"].Day.Day);
        shown[""].Spent.ShouldBe(100 + (2 * shown[""].Day.Day));
        // Kiritimati is 14 hours ahead: mostly a day further, never behind.
        shown["loc2"].Day.ShouldBeGreaterThanOrEqualTo(shown["loc1"].Day);
    }

    [Fact]
    public async Task A_location_whose_own_budget_is_spent_degrades_health_and_takes_traffic_all_the_same()
    {
        await using var gateway = await GatewayHost.StartAsync(
            ("Agent:Budget:PerLocationPerDay", "5"), ("Conversation:TimeZone", "Etc/UTC"), ("Locations:loc2:Budget:PerLocationPerDay", "2"), ("Locations:loc3:Budget:PerLocationPerDay", "9"));
        for (var day = Tomorrow.AddDays(-2); day <= Tomorrow; day = day.AddDays(1))
        {
            foreach (var location in new[] { "loc1", "loc2", "loc3" })
            {
                gateway.Costs.Days.Add(new(day, location, 1.95m));
                // The third was raised after it had been spent.
                if (location != "loc1") gateway.Costs.Notices.Add(new(day, "PerLocationPerDay", location, "", 100));
            }
        }

        var health = await GetAsync(gateway, "/health");
        var budgets = (await GetAsync(gateway, "/api/costs")).Json["budgets"]!.AsArray();

        health.Status.ShouldBe(200);
        health.Json["status"]!.GetValue<string>().ShouldBe("degraded");
        health.Json["model"]!["status"]!.GetValue<string>().ShouldBe("degraded");
        health.Json["model"]!["details"]!.GetValue<string>().ShouldContain("spent for loc2:");
        budgets.Select(budget => (budget!["locationId"]!.GetValue<string>(), budget["limitUsd"]!.GetValue<decimal>(), budget["exhausted"]!.GetValue<bool>()))
            .ShouldBe([("loc1", 5m, false), ("loc2", 2m, true), ("loc3", 9m, false)]);
        (await GetAsync(gateway, "/health/ready")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_page_shows_costs_escaped_and_notices_stand_on_the_first_page_too()
    {
        await using var gateway = await GatewayHost.StartAsync();
        gateway.Costs.Report = Report;
        gateway.Costs.Notices.Add(new(new(2026, 11, 23), "PerDay", "", "", 80));

        var page = await GetAsync(gateway, "/console/costs");

        page.Status.ShouldBe(200);
        page.Body.ShouldContain("$0.2500");
        page.Body.ShouldContain("&lt;Carlos&gt;");
        page.Body.ShouldContain("/console/loc1/c1");
        page.Body.ShouldContain("80 % of PerDay is spent");
        (await GetAsync(gateway, "/console")).Body.ShouldContain("80 % of PerDay is spent");
    }

    private static async Task<Answer> GetAsync(GatewayHost gateway, string path)
    {
        using var response = await gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(response);
    }
}
