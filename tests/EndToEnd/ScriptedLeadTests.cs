using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

public sealed class RulesOnSqliteScriptTests(RulesOnSqlite fixture) : IClassFixture<RulesOnSqlite>
{
    private Site Site => fixture.Site;

    [Fact]
    public async Task The_rules_book_the_lead_in_seven_messages_on_SQLite()
    {
        var lead = await Site.NewLeadAsync();
        await lead.PlayAsync();
        await lead.ShouldBeBookedAsync();
    }

    [Fact]
    public async Task A_process_killed_and_restarted_between_any_two_messages_changes_nothing()
    {
        var lead = await Site.NewLeadAsync();
        for (var at = 1; at <= Lead.Script.Count; at++)
        {
            await lead.ConverseAsync(at);
            await Site.RestartBotAsync();
        }

        await lead.ShouldBeBookedAsync();
    }

    [Fact]
    public async Task A_process_killed_right_after_the_ack_answers_once_when_it_is_back()
    {
        var lead = await Site.NewLeadAsync();
        await lead.ConverseAsync(1);
        await lead.SayAsync(Lead.Script[1]);
        await Site.RestartBotAsync();
        await lead.HearsAsync(2);
        await lead.PlayAsync(from: 3);
        await lead.ShouldBeBookedAsync();
    }

    [Fact]
    public async Task A_process_killed_while_GHL_takes_the_reply_sends_it_once()
    {
        var lead = await Site.NewLeadAsync();
        await lead.ConverseAsync(1);
        await lead.StrikeAsync("effectThenReset", "/conversations/messages", "POST", times: 1);
        await lead.SayAsync(Lead.Script[1]);
        await lead.HearsAsync(2);
        await Site.RestartBotAsync();
        await lead.PlayAsync(from: 3);
        await lead.ShouldBeBookedAsync();
    }
}

public sealed class ModelOnPostgresScriptTests(ModelOnPostgres fixture) : IClassFixture<ModelOnPostgres>
{
    private Site Site => fixture.Site;

    [Fact]
    public async Task The_model_books_the_lead_in_seven_messages_on_PostgreSQL()
    {
        var lead = await Site.NewLeadAsync();
        var before = await RequestsSoFarAsync();
        await lead.PlayAsync();
        await lead.ShouldBeBookedAsync();
        (await ModelRequestsAsync(before)).Count().ShouldBeInRange(4, Lead.Script.Count);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("rateLimit")]
    [InlineData("quota")]
    [InlineData("refusal")]
    [InlineData("malformed")]
    public async Task The_rules_answer_in_time_when_the_model_does_not(string kind)
    {
        // A greeting, which needs no model, shows how fast this machine is now.
        var lead = await Site.NewLeadAsync();
        var baseline = await TimeAsync(lead, 1);
        var before = await RequestsSoFarAsync();
        await Site.ControlAsync(HttpMethod.Post, "faults", new { id = "model", target = "openai", kind });

        var took = await TimeAsync(lead, 2);

        await Site.ControlAsync(HttpMethod.Delete, "faults/model");
        await Eventually.TrueAsync(
            async () => (await ModelRequestsAsync(before)).Any(r => (string?)r!["fault"] == kind),
            TimeSpan.FromSeconds(20),
            () => "The model was never asked.");
        // Far below all that would wait for the model longer than its deadline; that it is kept to the second is a unit test's.
        took.ShouldBeLessThan(ModelOnPostgres.Deadline + TimeSpan.FromSeconds(6) + (3 * baseline));
    }

    private async Task<long> RequestsSoFarAsync() => (await RequestsAsync(since: 0)).Select(r => (long)r!["seq"]!).LastOrDefault();

    private async Task<IEnumerable<JsonNode?>> ModelRequestsAsync(long since) => (await RequestsAsync(since)).Where(r => (string?)r!["target"] == "openai");

    private async Task<JsonArray> RequestsAsync(long since) => (await Site.ControlAsync(HttpMethod.Get, $"requests?since={since}"))["requests"]!.AsArray();

    private static async Task<TimeSpan> TimeAsync(Lead lead, int number)
    {
        var asked = TimeProvider.System.GetTimestamp();
        await lead.ConverseAsync(number);
        return TimeProvider.System.GetElapsedTime(asked);
    }
}
