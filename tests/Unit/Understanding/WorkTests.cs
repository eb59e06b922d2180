using CsCheck;
using OutletBot.Conversations;
using OutletBot.Understanding;

namespace OutletBot.Unit.Understanding;

/// <summary>What reading costs, in steps: whatever is sent, one reading must not hold up the others.</summary>
public sealed class WorkTests
{
    private const int Longest = 64 * 1024;

    /// <summary>Steps. The dearest texts found take about six million; what lies beyond 12,000 characters is not read.</summary>
    private const long MostSteps = 20_000_000;

    private static readonly string[] Words =
    [
        "no", "me", "llegan", "clientes", "quiero", "y", "que", "de", "la", "a", "para", "500", "$", "@", "gmail", "punto", "com", "martes", "3", "o", "pero", "soy", "Rosa", "tengo", "un", "restaurante", "stop", "mi",
        "numero", "cita", "i", "want", "more", "the", "las", "mañana", ",", ".", "?", "¿", "\n", "🙂", "mil", "presupuesto", "es", "en", "cancelar", "mejor", "si", "puedo", "x", "11", ":", "30", "/", "-", "al", "mes",
    ];

    private static readonly Field?[] Asked = [null, Field.Name, Field.BusinessType, Field.Problem, Field.Goal, Field.Budget, Field.Email];
    private static readonly Gen<string> AWord = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);
    private static readonly Gen<Field?> AField = Gen.Int[0, Asked.Length - 1].Select(i => Asked[i]);
    private static readonly Gen<string> Texts = Gen.Frequency(
        (4, AWord.Array[0, 400].Select(words => string.Join(' ', words))),
        (2, Gen.Char.Array[0, 3000].Select(letters => new string(letters))),
        (1, AWord.Select(word => string.Concat(Enumerable.Repeat(word + " ", Longest / (word.Length + 1))))),
        (1, Gen.Select(AWord, AWord, (one, other) => string.Concat(Enumerable.Repeat($"{one} {other} ", Longest / (one.Length + other.Length + 2))))));

    private static readonly Gen<Utterance> Utterances = Gen.Select(
        Texts, Texts, AField, Gen.Bool,
        (text, last, asked, offered) => new Utterance { Text = text, LastReply = last.Length > 500 ? last[..500] : last, Asked = asked, Offered = offered ? Reads.Offer : [], Now = Reads.Now });

    [Fact]
    public void Anything_can_be_read_within_a_bounded_number_of_steps() =>
        Utterances.Sample(utterance =>
        {
            var before = Work.Steps;
            Reader.Read(utterance).ShouldNotBeNull();
            (Work.Steps - before).ShouldBeLessThan(MostSteps);
        }, iter: 150, writeLine: TestContext.Current.TestOutputHelper is { } output ? output.WriteLine : null);

    [Theory]
    [InlineData("no me llegan clientes y quiero vender mas ")]
    [InlineData("tengo un restaurante de tacos y ")]
    [InlineData("no quiero que me escriban mas porque ")]
    [InlineData("el martes no puedo, mejor el jueves a las 3 o ")]
    [InlineData("500 dolares no, mejor 300 al mes ")]
    [InlineData("de de de de ")]
    [InlineData("maria arroba gmail punto com ")]
    public void Twice_the_words_take_about_twice_the_steps(string words)
    {
        var once = Steps(string.Concat(Enumerable.Repeat(words, 2_000 / words.Length)));
        var twice = Steps(string.Concat(Enumerable.Repeat(words, 4_000 / words.Length)));

        twice.ShouldBeLessThan((3 * once) + 1_000);
    }

    private static long Steps(string text)
    {
        var before = Work.Steps;
        Reader.Read(new() { Text = text, Now = Reads.Now, Offered = Reads.Offer, LastReply = "¿Cuál te queda mejor?" });
        return Work.Steps - before;
    }
}
