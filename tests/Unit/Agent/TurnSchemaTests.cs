using System.Text.Json;
using OutletBot.Agent;
using OutletBot.Playbooks;
using OutletBot.Unit.Playbooks;

namespace OutletBot.Unit.Agent;

public sealed class TurnSchemaTests
{
    // What outsiders' tests and providers' caches hold the agency's schema against.
    private const string Agency = """
        {
          "type": "object",
          "properties": {
            "lead": {
              "type": "object",
              "properties": {
                "name": { "type": ["string", "null"] },
                "businessType": { "type": ["string", "null"] },
                "problem": { "type": ["string", "null"] },
                "goal": { "type": ["string", "null"] },
                "monthlyBudgetUsd": { "type": ["number", "null"] },
                "email": { "type": ["string", "null"] }
              },
              "required": ["name", "businessType", "problem", "goal", "monthlyBudgetUsd", "email"],
              "additionalProperties": false
            },
            "intent": {
              "type": "string",
              "enum": ["answer", "question", "choose_slot", "more_slots", "reschedule", "cancel", "opt_out", "not_interested", "human", "other"]
            },
            "slot": { "type": ["integer", "null"] },
            "reply": { "type": "string" },
            "asksFor": { "type": "string", "enum": ["name", "problem", "goal", "budget", "email", "slot", "none"] }
          },
          "required": ["lead", "intent", "slot", "reply", "asksFor"],
          "additionalProperties": false
        }
        """;

    private static TurnSchema Dental => TurnSchema.Of(DentalClinic.Playbook);

    [Fact]
    public void The_agencys_schema_is_what_it_always_was() => TurnSchema.Of(Playbook.Agency).Json.ToString().ShouldBe(Agency);

    [Fact]
    public void A_playbooks_schema_has_its_fields_and_the_options_of_its_choices()
    {
        using var schema = JsonDocument.Parse(Dental.Json);
        var lead = schema.RootElement.GetProperty("properties").GetProperty("lead").GetProperty("properties");

        lead.EnumerateObject().Select(p => p.Name).ShouldBe(["name", "treatment", "insurance", "email"]);
        lead.GetProperty("treatment").TryGetProperty("enum", out _).ShouldBeFalse("a text may be anything");
        lead.GetProperty("insurance").GetProperty("enum").EnumerateArray().Last().ValueKind.ShouldBe(JsonValueKind.Null);
        Dental.Asks.ShouldBe(["name", "treatment", "insurance", "email", "slot", "none"], ignoreOrder: true);
        TurnSchema.Of(DentalClinic.Playbook).ShouldBeSameAs(Dental, "providers cache by the text");
    }

    [Fact]
    public void A_turn_is_read_by_the_playbooks_schema()
    {
        var turn = Turn.Parse(Json("""{ "name": "Ana", "treatment": "limpieza", "insurance": null, "email": null }"""), Dental);

        turn.Lead.Name.ShouldBe("Ana");
        turn.Lead.Others[DentalClinic.Treatment].ShouldBe("limpieza");
        turn.AsksFor.ShouldBe("insurance");
    }

    [Theory]
    [InlineData("""{ "name": "Ana", "treatment": "limpieza", "insurance": null }""")]
    [InlineData("""{ "name": "Ana", "treatment": "limpieza", "insurance": null, "email": null, "budget": null }""")]
    [InlineData("""{ "name": 7, "treatment": "limpieza", "insurance": null, "email": null }""")]
    [InlineData("""{ "name": ["Ana"], "treatment": null, "insurance": null, "email": null }""")]
    [InlineData("""null""")]
    public void A_turn_of_another_shape_is_refused(string lead) => Should.Throw<JsonException>(() => Turn.Parse(Json(lead), Dental));

    private static string Json(string lead) => $$"""{ "lead": {{lead}}, "intent": "answer", "slot": null, "reply": "Hola", "asksFor": "insurance" }""";
}
