using System.Xml.Linq;
using OutletBot.Persistence;
using OutletBot.Persistence.PageKeys;

namespace OutletBot.Storage;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Keys_of_pages_are_there_for_every_process_and_after_a_restart()
    {
        var keys = new SqlPageKeys(Database, Clock);
        keys.GetAllElements().ShouldBeEmpty();
        keys.StoreElement(Key("a"), "key-a");
        Clock.Advance(TimeSpan.FromDays(87));
        keys.StoreElement(Key("b"), "key-b");

        await using var another = Database.Open(ConnectionString);
        new SqlPageKeys(another, Clock).GetAllElements().Select(key => key.ToString()).ShouldBe([Key("a").ToString(), Key("b").ToString()]);
    }

    [Fact]
    public async Task Of_the_keys_that_processes_make_as_they_start_together_one_serves_all()
    {
        await using var another = Database.Open(ConnectionString);
        SqlPageKeys[] processes = [new(Database, Clock), new(another, Clock)];

        await Task.WhenAll(processes.Select((keys, i) => Task.Run(() => keys.StoreElement(Key($"{i}"), $"key-{i}"), Stop)));
        var kept = processes[0].GetAllElements().ShouldHaveSingleItem();
        processes[1].GetAllElements().ShouldHaveSingleItem().ToString().ShouldBe(kept.ToString());

        // What takes a key back is no key.
        processes[1].StoreElement(new XElement("revocation"), "revocation-1");
        processes[0].GetAllElements().Count.ShouldBe(2);
    }

    private static XElement Key(string id) => new("key", new XAttribute("id", id), "ñ");
}
