using OutletBot.Conversations;
using OutletBot.Playbooks;

namespace OutletBot.Unit.Playbooks;

public sealed class PlaybookFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbooks");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Those_built_in_are_without_fault()
    {
        foreach (var name in PlaybookSource.BuiltIns)
        {
            var (playbook, faults) = PlaybookSource.Read(name);
            faults.ShouldBeEmpty();
            PlaybookLines.Faults(playbook!).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_standard_lines_keep_the_rules_that_a_playbooks_must()
    {
        var standard = Playbook.Agency with
        {
            Phrases = Playbook.Languages.ToDictionary(
                language => language,
                language => (IReadOnlyDictionary<string, IReadOnlyList<string>>)Phrases.Standard(language).ToDictionary(line => line.Key, line => (IReadOnlyList<string>)line.Value)),
        };

        PlaybookLines.Faults(standard).ShouldBeEmpty();
    }

    [Fact]
    public void A_file_says_only_what_differs_from_the_playbook_it_extends()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "facts.md"), "## Dirección\nCalle 1.");
        var playbook = Read("""
            {
              // Comments are welcome.
              "extends": "dental-clinic",
              "agentName": "Sofía",
              "businessFactsFile": "facts.md",
              "slotCount": 3,
              "tags": { "qualified": "Paciente-Nuevo" },
              "fields": [ "name", { "key": "insurance", "kind": "choice", "crmField": "Aseguradora", "options": [ { "value": "PPO" } ] }, "email" ],
              "phrases": { "es": { "offer": "Estos horarios tengo:" } }
            }
            """).Playbook!;

        playbook.ShouldSatisfyAllConditions(
            p => p.AgentName.ShouldBe("Sofía"),
            p => p.Role.ShouldBe(DentalClinic.Playbook.Role),
            p => p.SlotCount.ShouldBe(3),
            p => p.SlotDuration.ShouldBe(TimeSpan.FromMinutes(45)),
            p => p.BusinessFacts!.ShouldContain("Calle 1"),
            p => p.Tags.Qualified.ShouldBe("paciente-nuevo", "GHL gives tags back in lower case"),
            p => p.Tags.OptedOut.ShouldBe("opted-out"),
            p => p.Fields.Select(spec => spec.Field).ShouldBe([Field.Name, DentalClinic.Insurance, Field.Email]),
            p => p.Find(DentalClinic.Insurance)!.CrmField.ShouldBe("Aseguradora"),
            p => p.Lines("es", "offer").ShouldBe(["Estos horarios tengo:"]),
            p => p.Lines("es", "answerBot").ShouldBe(DentalClinic.Playbook.Lines("es", "answerBot")),
            p => PlaybookLines.Faults(p).ShouldBeEmpty());
    }

    [Fact]
    public void A_file_may_extend_another_file_beside_it()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "base.json"), """{ "extends": "agency", "agentName": "Luz" }""");
        Read("""{ "extends": "base.json", "minimumBudget": 900 }""").Playbook.ShouldNotBeNull().ShouldSatisfyAllConditions(
            p => p.AgentName.ShouldBe("Luz"),
            p => p.MinimumBudget.ShouldBe(900));
    }

    [Theory]
    [InlineData("""{ "extends": "agencia" }""", "agencia' is neither a file nor a playbook that is built in")]
    [InlineData("""{ "extends": "own.json" }""", "extends: goes in circles")]
    [InlineData("""{ "extends": "agency", """, "is no JSON")]
    [InlineData("""[]""", "is no JSON object")]
    [InlineData("""{ "role": "r", "tone": "t", "appointment": "a" }""", "fields: must name the fields that are asked")]
    [InlineData("""{ "extends": "agency", "agent": "Luz" }""", "agent: no such property")]
    [InlineData("""{ "extends": "agency", "agentName": 7 }""", "agentName: is no text")]
    [InlineData("""{ "extends": "agency", "role": " " }""", "role: must not be empty")]
    [InlineData("""{ "extends": "agency", "language": "fr" }""", "language: 'fr' is not spoken here")]
    [InlineData("""{ "extends": "agency", "slotCount": 2.5 }""", "slotCount: 2.5 is not a whole number between 1 and 10")]
    [InlineData("""{ "extends": "agency", "slotDuration": "soon" }""", "slotDuration: 'soon' is not a duration")]
    [InlineData("""{ "extends": "agency", "businessFactsFile": "none.md" }""", "none.md' does not exist")]
    [InlineData("""{ "extends": "agency", "tags": { "qualified": "" } }""", "tags.qualified: must not be empty")]
    [InlineData("""{ "extends": "agency", "tags": { "qualified": "opted-out" } }""", "tags: 'opted-out' stands for two things")]
    [InlineData("""{ "extends": "agency", "tags": { "hot": "hot" } }""", "tags.hot: no such property")]
    [InlineData("""{ "extends": "agency", "fields": [ "name", "treatment" ] }""", "fields[1]: 'treatment' is no field of the playbook that is extended")]
    [InlineData("""{ "extends": "agency", "fields": [ "name", "name" ] }""", "fields: 'name' stands there twice")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "My Field" } ] }""", "fields[0].key: 'My Field' cannot be a field's key")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "slot" } ] }""", "fields[0].key: 'slot' cannot be a field's key")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "kind": "colour" } ] }""", "fields[0].kind: 'colour' is no kind of field")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "kind": "money" } ] }""", "fields[0].kind: a field of kind money is called budget")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "email", "kind": "text" } ] }""", "fields[0].kind: 'email' is always of kind email")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "kind": "choice" } ] }""", "fields[0].options: a choice needs options")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "options": [ { "es": ["gato"] } ] } ] }""", "fields[0].options[0].value: must not be empty")]
    [InlineData("""{ "extends": "agency", "fields": [ { "key": "pet", "required": "no" } ] }""", "fields[0].required: is neither true nor false")]
    [InlineData("""{ "extends": "agency", "phrases": { "fr": {} } }""", "phrases.fr: no such property")]
    [InlineData("""{ "extends": "agency", "phrases": { "es": { "greeting": [] } } }""", "phrases.es.greeting: must hold texts, none of them empty")]
    [InlineData("""{ "extends": "agency", "phrases": { "es": { "greeting": ["hola", ""] } } }""", "phrases.es.greeting: must hold texts, none of them empty")]
    public void A_fault_is_told_in_one_line_that_names_file_key_and_example(string json, string expected)
    {
        var (playbook, faults) = Read(json);

        playbook.ShouldBeNull();
        faults.ShouldContain(line => line.Contains(expected, StringComparison.Ordinal), string.Join('\n', faults));
        faults.ShouldAllBe(line => line.Contains("own.json: ", StringComparison.Ordinal) && line.Contains(" Example: ", StringComparison.Ordinal) && !line.Contains('\n'));
    }

    [Theory]
    [InlineData("es", "greating", "hola", "greating: there is no such line. Example: \"greeting\"")]
    [InlineData("es", "greeting", "Hola, soy {agente}.", "greeting[0]: has no value for {agente}: there are {agent}, {minimum}")]
    [InlineData("en", "booked", "See you then.", "booked[0]: must say {time}")]
    [InlineData("es", "greeting", "Hola { a todos.", "greeting[0]: has a brace that encloses nothing")]
    [InlineData("es", "greeting", "¿Hola?", "greeting[0]: must ask nothing, as a question follows it")]
    [InlineData("es", "askName", "¿Cómo te llamas? ¿Y tu correo?", "askName[0]: asks more than one question")]
    [InlineData("es", "askName", "¿Cómo te llamas?", "askName: 'name' is asked, which takes 2 different wordings in 'es'")]
    public void A_line_that_would_break_a_rule_is_told_with_its_key(string language, string key, string wording, string expected) =>
        PlaybookLines.Faults(Read($$"""{ "extends": "agency", "phrases": { "{{language}}": { "{{key}}": [ "{{wording}}" ] } } }""").Playbook!)
            .ShouldContain(line => line.Contains($"phrases.{language}.{expected}", StringComparison.Ordinal) && line.Contains("own.json", StringComparison.Ordinal));

    [Fact]
    public void A_line_of_more_than_500_characters_is_a_fault() =>
        PlaybookLines.Faults(Read($$"""{ "extends": "agency", "phrases": { "es": { "human": "{{new string('x', 501)}}" } } }""").Playbook!)
            .ShouldHaveSingleItem().ShouldContain("phrases.es.human[0]: is longer than 500 characters");

    [Fact]
    public void A_field_without_a_question_in_a_language_is_a_fault() =>
        PlaybookLines.Faults(Read("""{ "extends": "agency", "fields": [ "name", { "key": "pet" } ], "phrases": { "es": { "askPet": ["¿Qué mascota tienes?", "¿Es perro o gato?"] } } }""").Playbook!)
            .ShouldContain(line => line.Contains("phrases.en.askPet: 'pet' is asked", StringComparison.Ordinal));

    [Fact]
    public void A_line_that_names_a_budget_where_none_is_asked_is_a_fault() =>
        PlaybookLines.Faults(Read("""{ "extends": "agency", "fields": [ "name", "email" ] }""").Playbook!)
            .ShouldContain(line => line.Contains("phrases.es.answerPrice: says {minimum}, but nobody is asked for a budget", StringComparison.Ordinal));

    private PlaybookReading Read(string json)
    {
        var path = Path.Combine(_folder.FullName, "own.json");
        File.WriteAllText(path, json);
        return PlaybookSource.Read(path);
    }
}
