using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Playbooks;
using static OutletBot.Unit.Agent.ProviderDouble;

namespace OutletBot.Unit.Agent;

/// <summary>What comes of one call of the model.</summary>
public sealed class ModelBrainTests
{
    private const string Quota = """{"error":{"message":"m","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""";

    [Fact]
    public async Task A_good_answer_is_proposed_with_its_cost()
    {
        await using var provider = new ProviderDouble((_, _) => Chat(Good));

        var proposal = await provider.Think();

        proposal.Brain.ShouldBe(BrainKind.Model);
        proposal.Reply.ShouldNotBeNull();
        proposal.ReplyAsks.ShouldBe(Field.Problem);
        proposal.Reading.Fields.Name.ShouldBe("Carlos");
        proposal.Usage.ShouldBe(new ModelUsage(1000, 100, 0.00021m));
        provider.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task The_schema_is_sent_as_written_and_strict()
    {
        await using var provider = new ProviderDouble((_, _) => Chat(Good));

        await provider.Think();

        var body = JsonNode.Parse(provider.LastBody)!;
        provider.LastUrl.ShouldBe("http://model.test/v1/chat/completions");
        body["response_format"]!["json_schema"]!["strict"]!.GetValue<bool>().ShouldBeTrue();
        body["response_format"]!["json_schema"]!["name"]!.GetValue<string>().ShouldBe("turn");
        JsonNode.DeepEquals(body["response_format"]!["json_schema"]!["schema"], JsonNode.Parse(TurnSchema.Of(Playbook.Agency).Json)).ShouldBeTrue();
        body["max_completion_tokens"]!.GetValue<int>().ShouldBe(400);
        body["messages"]!.AsArray().Select(message => message!["role"]!.GetValue<string>()).ShouldBe(["system", "assistant", "system", "user"]);
    }

    public static TheoryData<int, string, int> Failures => new()
    {
        { 400, "{}", 1 },
        { 401, "{}", 1 },
        { 403, "{}", 1 },
        { 404, "{}", 1 },
        { 429, Quota, 1 },
        { 429, Quota.Replace("\"code\":\"insufficient_quota\"", "\"code\":\"credit_balance_exhausted\""), 1 },
        { 429, """{"error":{"type":"requests","code":"rate_limit_exceeded"}}""", 3 },
        { 500, "{}", 3 },
        { 503, "not json", 3 },
        { 200, "not json", 1 },
        { 200, """{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""", 1 },
        { 200, Body("not json", "stop"), 1 },
        { 200, Body(Good[..40], "length"), 1 },
        { 200, Body(Good, "length"), 1 },
        { 200, Body(Good, "content_filter"), 1 },
        { 200, Body(Good.Replace("\"slot\":null,", ""), "stop"), 1 },
        { 200, Body(Good.Replace("\"answer\"", "\"rule\""), "stop"), 1 },
        { 200, Body(Good.Replace("\"slot\":null", "\"slot\":\"two\""), "stop"), 1 },
        { 200, """{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":null,"refusal":"no"},"finish_reason":"stop"}]}""", 1 },
    };

    [Theory, MemberData(nameof(Failures))]
    public async Task Whatever_the_supplier_does_the_rules_answer(int status, string body, int calls)
    {
        await using var provider = new ProviderDouble((_, _) => Respond((HttpStatusCode)status, body), deadline: "10:00:00");

        var proposal = await provider.Think(advance: true);

        proposal.Brain.ShouldBe(BrainKind.Rules);
        proposal.Reply.ShouldBeNull();
        provider.Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task A_supplier_that_hangs_is_left_at_the_deadline()
    {
        await using var provider = new ProviderDouble(async (_, cancellation) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return null!;
        });

        var thinking = provider.Brain.ThinkAsync(Carlos, TestContext.Current.CancellationToken);
        await provider.Called;
        provider.Time.Advance(TimeSpan.FromSeconds(19));
        thinking.IsCompleted.ShouldBeFalse();
        provider.Time.Advance(TimeSpan.FromSeconds(1));

        (await thinking).Brain.ShouldBe(BrainKind.Rules);
    }

    [Fact]
    public async Task A_retry_after_beyond_the_deadline_is_not_waited_for()
    {
        await using var provider = new ProviderDouble(async (_, _) =>
        {
            var response = await Respond(HttpStatusCode.TooManyRequests, "{}");
            response.Headers.RetryAfter = new(TimeSpan.FromSeconds(60));
            return response;
        });

        (await provider.Think()).Brain.ShouldBe(BrainKind.Rules);
        provider.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task An_account_without_quota_is_left_alone_for_minutes_and_then_tried_again()
    {
        await using var provider = new ProviderDouble((call, _) => call <= 2 ? Respond(HttpStatusCode.TooManyRequests, Quota) : Chat(Good));
        for (var i = 0; i < 4; i++)
            (await provider.Think()).Brain.ShouldBe(BrainKind.Rules);
        provider.Calls.ShouldBe(2);

        provider.Time.Advance(TimeSpan.FromMinutes(3));

        (await provider.Think()).Brain.ShouldBe(BrainKind.Model);
    }

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(403, "unauthorized")]
    [InlineData(404, "unknown_model")]
    [InlineData(429, "quota")]
    public async Task What_operators_alone_can_mend_is_told_as_an_error_once_a_minute_and_until_the_model_answers_again(int status, string reason)
    {
        await using var provider = new ProviderDouble((call, _) => call <= 2 ? Respond((HttpStatusCode)status, status == 429 ? Quota : "{}") : Chat(Good));
        for (var i = 0; i < 3; i++) await provider.Think();

        provider.Errors.ShouldHaveSingleItem().ShouldContain(reason);
        provider.Trouble.ShouldBe($"the last 3 calls failed ({reason}): the rules answer");

        provider.Time.Advance(TimeSpan.FromMinutes(3));
        await provider.Think();
        provider.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task One_answer_that_cannot_be_used_is_no_trouble_of_the_models()
    {
        await using var provider = new ProviderDouble((_, _) => Respond(HttpStatusCode.OK, "not json"));

        await provider.Think();

        provider.Errors.ShouldBeEmpty();
        provider.Trouble.ShouldBeNull();
    }

    [Fact]
    public async Task Only_the_callers_cancellation_is_thrown()
    {
        using var cancellation = new CancellationTokenSource();
        await using var provider = new ProviderDouble(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return await Chat(Good);
        });

        await Should.ThrowAsync<OperationCanceledException>(() => provider.Brain.ThinkAsync(Carlos, cancellation.Token));
    }

    [Theory]
    [InlineData(Stage.Qualifying, Intent.OptOut, false)]
    [InlineData(Stage.Qualifying, Intent.OptIn, false)]
    [InlineData(Stage.OptedOut, Intent.Answer, false)]
    [InlineData(Stage.Qualifying, Intent.Answer, true)]
    public void A_message_that_needs_no_model_makes_no_call(Stage stage, Intent intent, bool needs) =>
        ModelBrain.NeedsModel(Carlos with { Stage = stage }, new Reading { Intent = intent }).ShouldBe(needs);

    [Fact]
    public void A_clear_choice_of_a_time_a_greeting_and_a_turn_that_has_spent_its_call_make_no_call()
    {
        var offering = Carlos with { Stage = Stage.Offering, Offered = [Thoughts.Now] };

        ModelBrain.NeedsModel(offering, new Reading { Slot = new(SlotMatch.One, [0]) }).ShouldBeFalse();
        ModelBrain.NeedsModel(Carlos with { History = [] }, new Reading { Intent = Intent.Greeting }).ShouldBeFalse();
        ModelBrain.NeedsModel(Carlos, new Reading { Intent = Intent.Greeting }).ShouldBeFalse();
        ModelBrain.NeedsModel(Carlos with { Interrupted = true }, new Reading { Intent = Intent.Answer }).ShouldBeFalse();
    }

    [Fact]
    public void Without_a_key_the_rules_answer_and_it_is_said_why()
    {
        using var services = new ServiceCollection().AddLogging().AddAgent(new ConfigurationBuilder().Build()).BuildServiceProvider();

        services.GetRequiredService<IBrain>().ShouldBeOfType<RuleBrain>();
        services.GetRequiredService<BrainDescription>().ShouldBe(new("rule brain", "no Agent:ApiKey (OPENAI_API_KEY)"));
    }
}
