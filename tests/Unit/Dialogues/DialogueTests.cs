using Xunit.Sdk;

namespace OutletBot.Unit.Dialogues;

/// <summary>
/// Whole talks, word for word. After a wanted change OUTLETBOT_DIALOGUES=write writes down what is said now; the difference is then read as
/// a lead would.
/// </summary>
public sealed class DialogueTests
{
    /// <summary>Each dialogue by its file and title.</summary>
    public static TheoryData<string, string> Dialogues =>
        [.. Dialogue.Files.SelectMany(file => Dialogue.In(file).Select(dialogue => new TheoryDataRow<string, string>(file, dialogue.Title)))];

    [Theory, MemberData(nameof(Dialogues))]
    public void What_is_said_and_done_stands_in_the_dialogue(string file, string title)
    {
        var written = Dialogue.In(file).Single(dialogue => dialogue.Title == title);

        var played = DialoguePlayer.Play(written);

        if (played.Text == written.Text) return;
        if (Environment.GetEnvironmentVariable("OUTLETBOT_DIALOGUES") == "write") Dialogue.Write(file, played);
        else throw new XunitException(Difference(written, played));
    }

    private static string Difference(Dialogue written, Dialogue played)
    {
        string[] expected = written.Text.Split('\n'), actual = played.Text.Split('\n');
        var first = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"""
            "{written.Title}" goes otherwise from its line {first + 1} on.
            written: {string.Join('\n', expected.Skip(first).Take(6))}
            played:  {string.Join('\n', actual.Skip(first).Take(6))}
            OUTLETBOT_DIALOGUES=write writes down what is said now.
            """;
    }
}
