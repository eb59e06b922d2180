using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using OutletBot.Playbooks;

namespace OutletBot.Unit.Playbooks;

/// <summary>The schema that editors check a playbook by says what the bot says.</summary>
public sealed class PlaybookSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromFile(Path.Combine(AppContext.BaseDirectory, "playbook.schema.json"));

    public static TheoryData<string> Playbooks => Samples.Playbooks;

    [Theory, MemberData(nameof(Playbooks))]
    public void A_playbook_that_ships_is_valid(string name)
    {
        using var stream = typeof(Playbook).Assembly.GetManifestResourceStream($"playbook.{name}.json")!;
        using var reader = new StreamReader(stream);

        IsValid(reader.ReadToEnd()).ShouldBeTrue();
    }

    [Fact]
    public void A_playbook_may_name_its_schema() => PlaybookDocuments.Read("""{ "$schema": "./playbook.schema.json", "extends": "agency" }""").Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "$schema": "./playbook.schema.json", "extends": "agency", "slotDuration": "01:00", "minimumBudget": 0 }""")]
    [InlineData("""{ "extends": "agency", "fields": [ "name", { "key": "pet", "options": [ { "value": "Cat", "es": "gato" } ] } ], "phrases": { "es": { "greeting": "Hola." } } }""")]
    public void What_the_bot_takes_is_valid(string json)
    {
        PlaybookDocuments.Read(json).Faults.ShouldBeEmpty();
        IsValid(json).ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{ "role": "r", "tone": "t", "appointment": "a" }""")]
    [InlineData("""{ "extends": "agency", "agent": "Luz" }""")]
    [InlineData("""{ "extends": "agency", "agentName": 7 }""")]
    [InlineData("""{ "extends": "agency", "role": " " }""")]
    [InlineData("""{ "extends": "agency", "language": "fr" }""")]
    [InlineData("""{ "extends": "agency", "slotCount": 2.5 }""")]
    [InlineData("""{ "extends": "agency", "daysAhead": 32 }""")]
    [InlineData("""{ "extends": "agency", "minimumBudget": -1 }""")]
    [InlineData("""{ "extends": "agency", "slotDuration": "soon" }""")]
    [InlineData("""{ "extends": "agency", "tags": { "qualified": "" } }""")]
    [InlineData("""{ "extends": "agency", "tags": { "hot": "hot" } }""")]
    [InlineData("""{ "extends": "agency", "fields": [] }""")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "My Field" } ] }""")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "slot" } ] }""")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "kind": "colour" } ] }""")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "kind": "choice" } ] }""")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "options": [ { "es": ["gato"] } ] } ] }""")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "required": "no" } ] }""")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "label": { "fr": "animal" } } ] }""")]
    [InlineData("""{ "extends": "agency", "phrases": { "fr": {} } }""")]
    [InlineData("""{ "extends": "agency", "phrases": { "es": { "greeting": [] } } }""")]
    [InlineData("""{ "extends": "agency", "phrases": { "es": { "greeting": ["hola", ""] } } }""")]
    public void What_the_bot_refuses_for_its_form_is_not_valid(string json)
    {
        PlaybookDocuments.Read(json).Faults.ShouldNotBeEmpty();
        IsValid(json).ShouldBeFalse();
    }

    [Fact]
    public void The_example_of_the_guide_is_valid_and_without_fault()
    {
        var guide = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "playbooks.md"));
        var start = guide.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        var example = guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)];

        IsValid(example).ShouldBeTrue();
        var (playbook, faults) = PlaybookDocuments.Read(example);
        faults.ShouldBeEmpty();
        PlaybookLines.Faults(playbook!).ShouldBeEmpty();
    }

    private static bool IsValid(string json) =>
        Schema.Evaluate(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })).IsValid;
}
