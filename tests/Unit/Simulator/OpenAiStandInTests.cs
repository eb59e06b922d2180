using System.Text.Json.Nodes;

namespace OutletBot.Unit.Simulator;

public sealed class OpenAiStandInTests
{
    private const string TurnSchema = """
        {"type":"object","additionalProperties":false,"required":["lead","intent","slot","reply","asksFor"],"properties":{
          "lead":{"type":"object","additionalProperties":false,"required":["name","businessType","problem","goal","monthlyBudgetUsd","email"],"properties":{
            "name":{"type":["string","null"]},"businessType":{"type":["string","null"]},"problem":{"type":["string","null"]},
            "goal":{"type":["string","null"]},"monthlyBudgetUsd":{"type":["number","null"]},"email":{"type":["string","null"]}}},
          "intent":{"type":"string","enum":["answer","question","choose_slot","more_slots","reschedule","cancel","opt_out","not_interested","human","other"]},
          "slot":{"type":["integer","null"]},
          "reply":{"type":"string"},
          "asksFor":{"type":"string","enum":["name","problem","goal","budget","email","slot","none"]}}}
        """;

    [Theory]
    [InlineData("Hola", "name", null, null, "name")]
    [InlineData("soy Carlos, tengo un restaurante", "name", "name", "Carlos", "problem")]
    [InlineData("soy Carlos, tengo un restaurante", "name", "businessType", "restaurante", "problem")]
    [InlineData("no me llegan clientes entre semana", "problem", "problem", "no me llegan clientes entre semana", "goal")]
    [InlineData("llenar las mesas", "goal", "goal", "llenar las mesas", "budget")]
    [InlineData("unos quinientos al mes", "budget", "monthlyBudgetUsd", "500", "email")]
    [InlineData("como 2.5k", "budget", "monthlyBudgetUsd", "2500", "email")]
    [InlineData("carlos@restaurante.mx", "email", "email", "carlos@restaurante.mx", "none")]
    [InlineData("doscientos", "budget", "monthlyBudgetUsd", "200", "none")]
    public async Task The_scripted_lead_is_understood(string text, string asked, string? field, string? value, string next)
    {
        var turn = await TurnAsync(text, asked);

        if (field is not null)
            turn["lead"]![field]!.ToString().ShouldBe(value);
        turn["asksFor"]!.ToString().ShouldBe(next);
        turn["reply"]!.ToString().Count(letter => letter == '?').ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("el segundo", 2)]
    [InlineData("la 1", 1)]
    [InlineData("el miércoles", 2)]
    public async Task A_choice_among_offered_times_is_a_slot_number(string text, int slot)
    {
        var turn = await TurnAsync(text, null, """[{"n":1,"text":"martes 24 de noviembre, 10:00 am"},{"n":2,"text":"miércoles 25 de noviembre, 11:00 am"}]""");

        turn["slot"]!.GetValue<int>().ShouldBe(slot);
        turn["intent"]!.ToString().ShouldBe("choose_slot");
    }

    [Fact]
    public async Task Any_strict_schema_gets_a_valid_instance()
    {
        const string schema = """
            {"type":"object","additionalProperties":false,"required":["kind","count","tags","inner","maybe","either"],
             "$defs":{"inner":{"type":"object","additionalProperties":false,"required":["ok"],"properties":{"ok":{"type":"boolean"}}}},
             "properties":{"kind":{"type":"string","enum":["a","b"]},"count":{"type":"integer","minimum":3},"tags":{"type":"array","items":{"type":"string"},"minItems":2},
               "inner":{"$ref":"#/$defs/inner"},"maybe":{"type":["string","null"]},"either":{"anyOf":[{"type":"number"},{"type":"string"}]}}}
            """;

        var (_, answer) = await CompleteAsync("anything", schema, [new { role = "user", content = "x" }]);

        JsonNode.DeepEquals(Content(answer), JsonNode.Parse("""{"kind":"a","count":3,"tags":["",""],"inner":{"ok":false},"maybe":null,"either":0}""")).ShouldBeTrue(Content(answer).ToJsonString());
    }

    [Fact]
    public async Task A_schema_that_is_not_strict_is_refused()
    {
        var (status, answer) = await CompleteAsync("turn", """{"type":"object","additionalProperties":false,"required":[],"properties":{"a":{"type":"string"}}}""", [new { role = "user", content = "x" }]);

        status.ShouldBe(400);
        answer["error"]!["type"]!.ToString().ShouldBe("invalid_request_error");
        answer["error"]!["message"]!.ToString().ShouldContain("'a'");
    }

    [Theory]
    [InlineData("refusal", 200, "stop")]
    [InlineData("length", 200, "length")]
    [InlineData("contentFilter", 200, "content_filter")]
    [InlineData("quota", 429, "insufficient_quota")]
    [InlineData("rateLimit", 429, "rate_limit_exceeded")]
    [InlineData("status:500", 500, "server_error")]
    public async Task Each_way_in_which_a_model_fails_can_be_provoked(string fault, int status, string mark)
    {
        var (answered, answer) = await CompleteAsync("turn", TurnSchema, [new { role = "user", content = "Hola" }], fault);

        answered.ShouldBe(status);
        answer.ToJsonString().ShouldContain(mark);
    }

    [Fact]
    public async Task Model_calls_are_logged_with_their_bodies()
    {
        await using var host = await SimulatorHost.StartAsync();
        await host.PostAsync("/openai/v1/chat/completions", Request("turn", TurnSchema, [new { role = "user", content = "Hola" }]));

        var (_, log) = await host.GetAsync("/model-calls");

        log["calls"]![0]!["request"]!["response_format"]!["json_schema"]!["strict"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static async Task<JsonObject> TurnAsync(string text, string? asked, string offered = "[]")
    {
        string[] order = ["name", "businessType", "problem", "goal", "budget", "email"];
        // The business is asked once only: by the time the problem is asked it is known.
        var missing = asked is null ? [] : order.Skip(Array.IndexOf(order, asked));
        var state = $$$"""{"stage":"Qualifying","language":"es","known":{"name":null},"missing":[{{{string.Join(',', missing.Select(name => $"\"{name}\""))}}}],"minimumBudget":300,"offered":{{{offered}}},"appointment":null,"summary":""}""";
        var (_, answer) = await CompleteAsync("turn", TurnSchema,
        [
            new { role = "system", content = "Eres María." },
            new { role = "system", content = $"STATE\n{state}" },
            new { role = "user", content = text },
        ]);
        answer["usage"]!["prompt_tokens"]!.GetValue<int>().ShouldBePositive();
        return Content(answer).AsObject();
    }

    private static JsonNode Content(JsonObject answer) => JsonNode.Parse(answer["choices"]![0]!["message"]!["content"]!.ToString())!;

    private static async Task<(int Status, JsonObject Body)> CompleteAsync(string name, string schema, object[] messages, string? fault = null)
    {
        await using var host = await SimulatorHost.StartAsync();
        return await host.PostAsync("/openai/v1/chat/completions", Request(name, schema, messages), fault);
    }

    private static object Request(string name, string schema, object[] messages) => new
    {
        model = "gpt-5-mini",
        messages,
        response_format = new { type = "json_schema", json_schema = new { name, strict = true, schema = JsonNode.Parse(schema) } },
    };
}
