using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>A dental clinic and a marketing agency in the one process of a laptop: what is asked and kept is the location's own.</summary>
public sealed class DentalClinicTests(DentalClinicTests.Clinic clinic) : IClassFixture<DentalClinicTests.Clinic>
{
    private const string Agency = "agency-location";

    // One of them stands in every wording of the agency's question.
    private static readonly string[] BudgetWords = ["presupuesto", "inver", "al mes"];

    [Fact]
    public async Task A_patient_is_asked_for_treatment_and_insurance_and_never_for_a_budget_and_is_booked()
    {
        var patient = await clinic.NewLeadAsync();
        (await patient.SaysAsync("Hola")).ShouldContain("clínica dental");
        (await patient.SaysAsync("soy Ana")).ShouldContain("tratamiento");
        (await patient.SaysAsync("una limpieza")).ShouldContain("seguro");
        (await patient.SaysAsync("no tengo")).ShouldContain("correo");
        (await patient.SaysAsync("ana@example.com")).ShouldContain("1. ");
        await patient.SaysAsync("el segundo");

        var record = await patient.BookedAsync();
        record["customFields"]!.AsObject().ToDictionary(field => field.Key, field => (string?)field.Value).ShouldBe(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Treatment"] = "Cleaning", ["Insurance"] = "No insurance" });
        ((string)record["email"]!).ShouldBe("ana@example.com");
        record["tags"]!.AsArray().Select(t => (string)t!).ShouldBe(["qualified-patient", "appointment-scheduled"], ignoreOrder: true);
        var note = (string)record["notes"]!.AsArray().ShouldHaveSingleItem()!["body"]!;
        note.ShouldContain("Tratamiento: Cleaning");
        note.ShouldContain("Seguro dental: No insurance");
        patient.Heard.ShouldAllBe(reply => !BudgetWords.Any(reply.Contains));
        var visit = record["appointments"]!.AsArray().ShouldHaveSingleItem()!;
        ((DateTimeOffset)visit["end"]! - (DateTimeOffset)visit["start"]!).ShouldBe(TimeSpan.FromMinutes(45));
    }

    [Fact]
    public async Task A_location_beside_it_goes_on_as_the_agency()
    {
        var lead = await clinic.NewLeadAsync(Agency);
        foreach (var message in Lead.Script) await lead.SaysAsync(message);

        var record = await lead.BookedAsync();
        record["customFields"]!.AsObject().Select(field => field.Key).ShouldBe(["Business Type", "Problem", "Goal", "Budget"], ignoreOrder: true);
        ((string)record["customFields"]!["Budget"]!).ShouldBe("500");
        record["tags"]!.AsArray().Select(t => (string)t!).ShouldBe(["qualified-lead", "appointment-scheduled"], ignoreOrder: true);
        lead.Heard.ShouldContain(reply => BudgetWords.Any(reply.Contains));
        lead.Heard.ShouldAllBe(reply => !reply.Contains("clínica") && !reply.Contains("seguro dental"));
        var call = record["appointments"]!.AsArray().ShouldHaveSingleItem()!;
        ((DateTimeOffset)call["end"]! - (DateTimeOffset)call["start"]!).ShouldBe(TimeSpan.FromMinutes(30));
    }

    public sealed class Clinic : IAsyncLifetime
    {
        private LocalProcess? process;

        public async ValueTask InitializeAsync() => process = await LocalProcess.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Conversation:Playbook"] = "dental-clinic",
            [$"Locations:{Agency}:Playbook"] = "agency",
            // As in GHL, where a calendar is one location's.
            [$"Locations:{Agency}:CalendarId"] = "agency-calendar",
        });

        public async Task<Phone> NewLeadAsync(string? location = null) =>
            new(process!, (string)(await process!.PostAsync("/simulator/leads", new { locationId = location }))["id"]!);

        public ValueTask DisposeAsync() => process?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    /// <summary>A lead's phone on the simulator's page.</summary>
    public sealed class Phone(LocalProcess process, string id)
    {
        public List<string> Heard { get; } = [];

        public async Task<string> SaysAsync(string text)
        {
            await process.PostAsync($"/simulator/leads/{id}/messages", new { text });
            await process.HeardAsync(id, Heard.Count + 1);
            Heard.Add((string)(await RecordAsync())["messages"]!.AsArray().Last(m => (string)m!["direction"]! == "outbound")!["body"]!);
            return Heard[^1];
        }

        public async Task<JsonObject> BookedAsync()
        {
            await Eventually.TrueAsync(
                async () => (await RecordAsync()) is var record && record["notes"]!.AsArray().Count > 0 && record["tags"]!.AsArray().Any(t => (string)t! == "appointment-scheduled"),
                TimeSpan.FromSeconds(40),
                () => string.Join("\n>> ", Heard) + "\n" + process.Process.Output);
            return await RecordAsync();
        }

        private Task<JsonObject> RecordAsync() => process.GetAsync($"/simulator/leads/{id}");
    }
}
