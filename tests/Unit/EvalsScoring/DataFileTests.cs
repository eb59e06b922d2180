using OutletBot.Evals;

namespace OutletBot.Unit.EvalsScoring;

public sealed class DataFileTests
{
    private const string Good = """{"id":"t","customerMessage":"hola","now":"2026-11-23T10:00:00-06:00","expect":{},"unheard":1}""";

    [Fact]
    public void Unknown_keys_blank_lines_and_absent_keys_are_taken_as_they_are()
    {
        var turn = Load($"{Good}\n\n").ShouldHaveSingleItem();

        turn.Fields.ShouldBeEmpty();
        turn.Slots.ShouldBeNull();
        turn.Intents.ShouldBeNull();
    }

    [Fact]
    public void Every_broken_line_is_told_with_its_number()
    {
        var broken = Should.Throw<DataFileException>(() => Load($$$"""
            {{{Good}}}
            {broken
            {"customerMessage":"x","now":"2026-11-23T10:00:00","expect":{}}
            {"customerMessage":"x","now":"2026-11-23T10:00:00-06:00","expect":{"intent":"dance"}}
            {"customerMessage":"x","now":"2026-11-23T10:00:00-06:00","expect":{"selectedSlot":3}}
            {"customerMessage":"x","now":"2026-11-23T10:00:00-06:00","expect":{"budget":"much"}}
            """)).Message.Split(Environment.NewLine);

        broken.Length.ShouldBe(5);
        broken[0].ShouldContain(":2: ");
        broken[1].ShouldContain(":3: \"now\" needs an offset");
        broken[2].ShouldContain(":4: \"intent\" must be one of");
        broken[3].ShouldContain(":5: \"selectedSlot\"");
        broken[4].ShouldContain(":6: \"budget\" must be a number");
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_by_name() =>
        Should.Throw<DataFileException>(() => Turn.Load("no-such.jsonl")).Message.ShouldContain("no-such.jsonl");

    private static IReadOnlyList<Turn> Load(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Turn.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
