using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>Many leads at once, five to a location, who compete for its times.</summary>
public sealed class ManyLeadsTests
{
    private const int PerLocation = 5;
    private const int MostChoices = 3;

    private static readonly string[] Names =
    [
        "Carlos", "Ana", "Luis", "Sofía", "Jorge", "Elena", "Pedro", "Lucía", "Miguel", "Carmen", "Diego", "Laura", "Javier", "Patricia", "Raúl", "Gabriela", "Fernando", "Claudia", "Ricardo", "Adriana",
        "Roberto", "Verónica", "Eduardo", "Silvia", "Manuel", "Rosa", "Francisco", "Teresa", "Antonio", "Isabel", "Alejandro", "Beatriz", "Andrés", "Daniela", "Sergio", "Valeria", "Héctor", "Natalia", "Óscar", "Paola",
        "Arturo", "Mónica", "Enrique", "Alicia", "Rafael", "Marta", "Alberto", "Cristina", "Gustavo", "Irene",
    ];

    [Theory]
    [InlineData(5)]
    [InlineData(50)]
    public async Task Leads_who_write_at_the_same_time_are_each_booked_and_nothing_of_one_reaches_another(int count)
    {
        var locations = Enumerable.Range(0, (count + PerLocation - 1) / PerLocation).Select(i => $"loc-{i}").ToArray();
        await using var site = await Site.StartAsync(locations.ToDictionary(location => $"Locations:{location}:CalendarId", location => $"cal-{location}", StringComparer.Ordinal));
        var leads = await Task.WhenAll(Enumerable.Range(0, count).Select(i => site.NewLeadAsync(locationId: locations[i / PerLocation])));

        await Task.WhenAll(leads.Select((lead, i) => BookAsync(lead, Names[i], i % PerLocation)));
        await site.HandledAsync(seconds: 90);

        var starts = new List<string>();
        foreach (var (lead, name) in leads.Zip(Names))
        {
            var record = await lead.RecordAsync(r => r["notes"]!.AsArray().Count > 0);
            ((string)record["name"]!).ShouldBe(name, StringCompareShould.IgnoreCase);
            ((string)record["email"]!).ShouldBe(EmailOf(name));
            var appointment = record["appointments"]!.AsArray().ShouldHaveSingleItem()!;
            starts.Add($"{lead.LocationId} {(string)appointment["start"]!}");
            var heard = await lead.HeardAsync();
            heard.ShouldContain(reply => reply.Contains(ClockOf((string)appointment["start"]!), StringComparison.Ordinal), $"{name}'s own time in {string.Join(" | ", heard)}");
            ShouldSpeakOfNobodyElse(name, $"{string.Join('\n', heard)}\n{record["notes"]!.ToJsonString()}");

            var transcript = await site.Http.GetFromJsonAsync<JsonObject>($"/api/conversations/{lead.LocationId}/{lead.Id}", TestContext.Current.CancellationToken);
            var said = string.Join('\n', transcript!["messages"]!.AsArray().Select(message => (string)message!["text"]!));
            said.ShouldContain(name);
            ShouldSpeakOfNobodyElse(name, said);
        }

        starts.Distinct(StringComparer.Ordinal).Count().ShouldBe(count, "no time is booked twice");
    }

    private static async Task BookAsync(Lead lead, string name, int favourite)
    {
        string[] script = ["Hola", $"soy {name}, tengo un restaurante", "no me llegan clientes entre semana", "llenar las mesas", "unos quinientos al mes", EmailOf(name)];
        var heard = 0;
        foreach (var text in script)
        {
            await lead.SayAsync(text);
            await lead.HearsAsync(++heard, seconds: 120);
        }

        // Whoever comes second hears that the time is gone, and chooses again.
        for (var choice = favourite; choice < favourite + MostChoices; choice++)
        {
            await lead.SayAsync($"{(choice % 5) + 1}");
            await lead.HearsAsync(++heard, seconds: 120);
            if ((await lead.RecordAsync())["appointments"]!.AsArray().Count > 0) return;
        }

        throw new InvalidOperationException($"{name} was never booked: {string.Join(" | ", await lead.HeardAsync())}");
    }

    private static string EmailOf(string name) =>
        string.Concat(name.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAsciiLetter)) + "@example.com";

    private static string ClockOf(string start) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("America/Chicago")).ToString("h:mm", CultureInfo.InvariantCulture);

    private static void ShouldSpeakOfNobodyElse(string name, string text)
    {
        var words = text.Split([.. " \n\t.,;:!?¡¿()\"'*|{}[]\\/"], StringSplitOptions.RemoveEmptyEntries);
        words.Intersect(Names.Where(other => other != name), StringComparer.OrdinalIgnoreCase).ShouldBeEmpty($"in what {name} heard");
        words.Intersect(Names.Where(other => other != name).Select(EmailOf), StringComparer.OrdinalIgnoreCase).ShouldBeEmpty($"in what {name} heard");
    }
}
