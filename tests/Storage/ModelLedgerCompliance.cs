using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OutletBot.Agent;
using OutletBot.Conversations;
using OutletBot.Costs;
using OutletBot.Locations;
using OutletBot.Options;
using OutletBot.Persistence;

namespace OutletBot.Storage;

public abstract partial class StorageCompliance
{
    private const int InputBytes = 1000;

    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Charges_add_up_by_conversation_location_and_day_whichever_process_wrote_them()
    {
        await using var one = new SqlModelLedger(Database, Clock);
        await using var other = new SqlModelLedger(Database, Clock);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => (i % 2 == 0 ? one : other).ChargeAsync(
            new(new($"loc{i % 3}", $"c{i % 4}"), Today.AddDays(i % 5 == 0 ? 1 : 0)) { Calls = 1, InputTokens = 10, Usd = 0.000000001m }, Stop)));

        var spent = await other.SpentAsync(new("loc0", "c0"), Today, Stop);

        spent.ShouldBe(new ModelSpending(25 * 0.000000001m, 80 * 0.000000001m, 240 * 0.000000001m));
    }

    [Fact]
    public async Task Of_all_silos_one_notes_what_operators_are_told()
    {
        await using var one = new SqlModelLedger(Database, Clock);
        await using var other = new SqlModelLedger(Database, Clock);
        var notice = new BudgetNotice(Today, "PerDay", "", "", 80);

        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? one : other).NoteAsync(notice, Stop)));

        first.Count(told => told).ShouldBe(1);
        (await one.NoteAsync(notice with { Percent = 100 }, Stop)).ShouldBeTrue();
        (await one.NoteAsync(notice with { Day = Today.AddDays(1) }, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Silos_that_ask_at_the_same_time_never_spend_more_than_a_budget()
    {
        await using var again = Database.Open(ConnectionString);
        await using var one = new SqlModelLedger(Database, Clock);
        // Two processes share a server; a file belongs to one.
        await using var other = new SqlModelLedger(Database.Kind == DatabaseKind.PostgreSql ? again : Database, Clock);
        var options = new AgentOptions();
        var worst = options.Price.Of(InputBytes, 0, ModelCall.OutputLimit);
        options.Budget.PerDay = 10 * worst;
        var silos = new[] { Budgets(one, options), Budgets(other, options) };

        var admitted = new List<ModelCharge>();
        for (var round = 0; round < 3; round++)
        {
            var asked = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => silos[i % 2].ReserveAsync(Thought($"r{round}-{i}"), InputBytes, Stop)));
            admitted.AddRange(asked.OfType<ModelCharge>());
            (await one.SpentAsync(new("loc", "x"), Today, Stop)).All.ShouldBe(admitted.Count * worst);
        }

        // All who ask at the last moment may refuse each other; one after another the rest is given out.
        while (await silos[0].ReserveAsync(Thought("later"), InputBytes, Stop) is { } more) admitted.Add(more);
        admitted.Count.ShouldBe(10);

        await silos[1].SettleAsync(admitted[0], new ModelUsage(100, 10, worst / 4));
        await silos[0].SettleAsync(admitted[1], ModelUsage.None);
        (await one.SpentAsync(new("loc", "x"), Today, Stop)).All.ShouldBe(8.25m * worst);
        (await silos[0].ReserveAsync(Thought("again"), InputBytes, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_process_that_dies_during_a_call_leaves_its_worst_case_charged()
    {
        var options = new AgentOptions();
        await using (var dying = new SqlModelLedger(Database, Clock)) await Budgets(dying, options).ReserveAsync(Thought("ana"), InputBytes, Stop);

        await using var next = new SqlModelLedger(Database, Clock);
        (await next.SpentAsync(new("loc", "ana"), Today, Stop)).Conversation.ShouldBe(options.Price.Of(InputBytes, 0, ModelCall.OutputLimit));
    }

    private static ModelBudgets Budgets(IModelLedger ledger, AgentOptions options) => new(
        ledger, options, new ModelMetrics(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>()), NullLogger<ModelBudgets>.Instance);

    private static Thought Thought(string contact) => new()
    {
        Conversation = new("loc", contact),
        Location = new() { LocationId = "loc", TimeZone = "Etc/UTC", Language = "es", MinimumBudget = 300, AgentName = "María" },
        Text = "hola",
        Stage = Stage.Qualifying,
        Language = "es",
        Now = Noon,
    };
}
