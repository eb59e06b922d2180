using OutletBot.Playbooks;

namespace OutletBot.Unit.Playbooks;

/// <summary>Playbooks that tests write down, read as the files that they would be.</summary>
internal static class PlaybookDocuments
{
    public static PlaybookReading Read(string json)
    {
        var folder = Directory.CreateTempSubdirectory("playbooks");
        try
        {
            var path = Path.Combine(folder.FullName, "own.json");
            File.WriteAllText(path, json);
            return PlaybookSource.Read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
