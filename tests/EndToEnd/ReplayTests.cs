using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>A conversation that took place is played again from the store, beside the bot that still runs.</summary>
public sealed class ReplayOnSqliteTests(RulesOnSqlite fixture) : IClassFixture<RulesOnSqlite>
{
    [Fact]
    public async Task What_the_rules_said_is_said_again_and_GHL_is_asked_nothing()
    {
        var lead = await fixture.Site.NewLeadAsync("Lucía");
        await lead.PlayAsync();
        await fixture.Site.HandledAsync();
        var asked = (await lead.RequestsAsync(fixture.Site)).Count();

        var played = await ReplayAsync(fixture.Site, lead);

        ((int)played["changed"]!).ShouldBe(0, played.ToJsonString());
        played["turns"]!.AsArray().SelectMany(turn => turn!["now"]!["replies"]!.AsArray()).Select(reply => (string)reply!).ShouldBe(await lead.HeardAsync());
        ((string)played["outcome"]!["now"]!).ShouldBe("booked");
        (await lead.RequestsAsync(fixture.Site)).Count().ShouldBe(asked);
        (await lead.HeardAsync()).Count.ShouldBe(Lead.Script.Count);
    }

    [Fact]
    public async Task Another_minimum_is_seen_where_it_matters()
    {
        var lead = await fixture.Site.NewLeadAsync();
        await lead.PlayAsync();
        await fixture.Site.HandledAsync();

        var played = await ReplayAsync(fixture.Site, lead, "--set", "Conversation:MinimumBudget=900");

        ((string)played["outcome"]!["then"]!).ShouldBe("booked");
        ((string)played["outcome"]!["now"]!).ShouldBe("nurture");
        played["turns"]![4]!["differences"]!.AsArray().Select(d => (string)d!).ShouldContain("stage: Qualifying → Nurture");
    }

    internal static async Task<JsonNode> ReplayAsync(Site site, Lead lead, params IEnumerable<string> options)
    {
        var file = Path.GetTempFileName();
        await using var replay = site.Launch("Replay", ["--conversation", $"{lead.LocationId}/{lead.Id}", "--json", file, .. options]);
        (await replay.ExitAsync(TimeSpan.FromSeconds(60))).ShouldBe(0, replay.Output);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        File.Delete(file);
        return report["conversations"]!.AsArray().ShouldHaveSingleItem()!;
    }
}

/// <inheritdoc cref="ReplayOnSqliteTests"/>
public sealed class ReplayOnPostgresTests(ModelOnPostgres fixture) : IClassFixture<ModelOnPostgres>
{
    [Fact]
    public async Task What_the_model_said_is_said_again_and_shown_beside_the_rules()
    {
        var lead = await fixture.Site.NewLeadAsync();
        await lead.PlayAsync();
        await fixture.Site.HandledAsync();
        var asked = (await lead.RequestsAsync(fixture.Site)).Count();

        var again = await ReplayOnSqliteTests.ReplayAsync(fixture.Site, lead, "--brain", "model");
        var rules = await ReplayOnSqliteTests.ReplayAsync(fixture.Site, lead, "--brain", "rules");

        ((int)again["changed"]!).ShouldBe(0, again.ToJsonString());
        ((decimal)again["costUsd"]!["now"]!).ShouldBe((decimal)again["costUsd"]!["then"]!);
        rules["turns"]!.AsArray().Select(turn => (string?)turn!["then"]!["brain"]).ShouldContain("model");
        rules["turns"]!.AsArray().Select(turn => (string?)turn!["now"]!["brain"]).ShouldAllBe(brain => brain == "rules");
        ((string)rules["outcome"]!["now"]!).ShouldBe("booked");
        (await lead.RequestsAsync(fixture.Site)).Count().ShouldBe(asked);
    }
}
