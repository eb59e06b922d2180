using Microsoft.Extensions.AI;
using Microsoft.ML.Tokenizers;
using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Playbooks;
using OutletBot.Unit.Conversations;
using OutletBot.Unit.Playbooks;

namespace OutletBot.Unit.Agent;

/// <summary>What a prompt weighs in tokens of the default model's vocabulary, o200k.</summary>
public sealed class PromptTokensTests
{
    /// <summary>Role and separators of a message in the chat format, an upper bound.</summary>
    private const int Frame = 5;

    private static readonly TiktokenTokenizer Tokenizer = TiktokenTokenizer.CreateForEncoding("o200k_base");

    public static TheoryData<string, string> PlaybooksAndLanguages =>
        [.. PlaybookSource.BuiltIns.SelectMany(name => new[] { "es", "en" }.Select(language => new TheoryDataRow<string, string>(name, language)))];

    [Theory, MemberData(nameof(PlaybooksAndLanguages))]
    public void Rules_and_state_are_under_900_tokens_beside_the_window(string name, string language)
    {
        var location = Samples.Location(name) with { Language = language };
        var lead = Samples.Complete(location.Playbook);
        Thought[] stages =
        [
            Of(location) with { Missing = [.. location.Playbook.Fields.Select(spec => spec.Field)] },
            Of(location) with { Lead = lead, Stage = Stage.Offering, Offered = [.. Enumerable.Range(1, 5).Select(day => Talk.Monday.AddDays(day))] },
            Of(location) with { Lead = lead, Stage = Stage.Booked, Appointment = Talk.Monday.AddDays(3) },
        ];

        foreach (var thought in stages)
        {
            var tokens = Tokens(Prompt.For(thought));
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}, {language}, {thought.Stage}: {tokens} tokens, schema {Tokenizer.CountTokens(TurnSchema.Of(location.Playbook).Json.ToString())}");
            tokens.ShouldBeLessThan(900);
        }
    }

    [Theory, MemberData(nameof(PlaybooksAndLanguages))]
    public void At_message_100_a_prompt_weighs_what_it_weighed_at_message_20(string name, string language)
    {
        var talk = new Talk { Location = Samples.Location(name) with { Language = language } };
        var weights = new List<int>();
        for (var i = 1; i <= 100; i++)
        {
            var text = language == "es" ? $"¿y qué más incluye el paquete {i % 10} para un negocio como el mío?" : $"and what else does package {i % 10} include for a business like mine?";
            weights.Add(Tokens(Prompt.For(talk.Thought(text))));
            talk.Lead(text, new Reading { Intent = Intent.Question, Question = Topic.Other, Language = language });
        }

        weights[99].ShouldBeInRange(weights[19] * 8 / 10, weights[19] * 12 / 10);
        weights.Max().ShouldBeLessThan(2300);
    }

    [Theory, MemberData(nameof(PlaybooksAndLanguages))]
    public void The_rules_come_first_and_are_the_same_byte_for_byte_whatever_is_said(string name, string language)
    {
        var location = Samples.Location(name) with { Language = language };
        var fresh = Prompt.For(Of(location));
        var late = Prompt.For(Of(location) with
        {
            Text = "otra cosa",
            Language = language == "es" ? "en" : "es",
            Lead = Samples.Complete(location.Playbook),
            Stage = Stage.Offering,
            Offered = [Talk.Monday],
            Now = Talk.Monday.AddMonths(2),
            Summary = "hola",
            History = [new(ByLead: true, "hola")],
        });

        fresh[0].Role.ShouldBe(ChatRole.System);
        fresh[0].Text.ShouldBe(Prompt.Fixed(location));
        late[0].Text.ShouldBe(fresh[0].Text);
    }

    private static Thought Of(Locations.LocationSettings location) => new()
    {
        Location = location,
        Text = "",
        Stage = Stage.Qualifying,
        Language = location.Language,
        Now = Talk.Monday,
    };

    private static int Tokens(IEnumerable<ChatMessage> messages) => messages.Sum(message => Tokenizer.CountTokens(message.Text) + Frame);
}
