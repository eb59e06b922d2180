using System.Diagnostics;
using Shouldly;
using Xunit;

namespace OutletBot.Chaos;

/// <summary>Which release is the one before, in repositories made for it.</summary>
public sealed class EarlierReleaseTests : IDisposable
{
    private const string Golden = "tests/Unit/Conversations/golden";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outletbot-history-");

    public EarlierReleaseTests() => Git("init", "-q");

    [Fact]
    public async Task It_is_the_last_tag_before_what_is_checked_out()
    {
        Commit($"{Golden}/conversation-0.1.0.json");
        Git("tag", "v0.1.0");
        Commit($"{Golden}/conversation-0.2.0.json");
        Git("tag", "v0.2.0");

        (await Release.FindAsync()).ShouldBe("v0.1.0");

        Commit("further.cs");
        (await Release.FindAsync()).ShouldBe("v0.2.0");
    }

    [Fact]
    public async Task Without_tags_it_is_the_last_commit_of_the_stored_form_before()
    {
        Commit($"{Golden}/conversation-0.1.0.json");
        var before = Commit("last.cs");
        Commit($"{Golden}/conversation-0.2.0.json");
        Commit("further.cs");

        var found = await Release.FindAsync();
        found.ShouldBe(before);
        var sources = Path.Combine(folder.FullName, "sources");
        await Release.TakeAsync(found, sources);
        File.Exists(Path.Combine(sources, "last.cs")).ShouldBeTrue();
        File.Exists(Path.Combine(sources, "further.cs")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_history_without_one_asks_for_its_name()
    {
        Commit("first.cs");

        (await Should.ThrowAsync<InvalidOperationException>(Release.FindAsync)).Message.ShouldContain("--from");
    }

    [Fact]
    public void The_command_line_names_it()
    {
        RunOptions.Parse(["--upgrade", "--seed", "7", "--from", "v0.1.0"]).ShouldBe(new(null, 7, From: "v0.1.0"));
        RunOptions.Parse(["--seconds", "90", "--seed", "7", "--only", "silo killed,none", "--leads", "8"]).ShouldBe(new(TimeSpan.FromSeconds(90), 7, null, "silo killed,none", 8));
        RunOptions.Parse(["-class", "ChaosTests"]).ShouldBeNull();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private EarlierRelease Release => new(folder.FullName);

    private string Commit(string file)
    {
        var path = Path.Combine(folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file);
        Git("add", file);
        Git("-c", "user.name=Tester", "-c", "user.email=tester@example.com", "commit", "-q", "--no-gpg-sign", "-m", file);
        return Git("rev-parse", "HEAD");
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder.FullName, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, string.Join(' ', arguments));
        return said.Trim();
    }
}
