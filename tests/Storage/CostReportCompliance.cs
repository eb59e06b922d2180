using OutletBot.Costs;

namespace OutletBot.Storage;

public abstract partial class StorageCompliance
{
    [Fact]
    public async Task Costs_are_read_by_day_location_and_conversation_and_booked_conversations_are_counted()
    {
        await using var ledger = new SqlModelLedger(Database, Clock);
        var report = new SqlCostReport(Database);
        await ledger.ChargeAsync(Call("loc1", "ana", 0, 0.03m), Stop);
        await ledger.ChargeAsync(Call("loc1", "ana", 1, 0.01m), Stop);
        await ledger.ChargeAsync(Call("loc1", "ben", 0, 0.02m), Stop);
        await ledger.ChargeAsync(Call("loc2", "eva", 0, 0.05m), Stop);
        await ledger.ChargeAsync(Call("loc2", "old", -9, 7m), Stop);
        await Log.RecordAsync(new() { Conversation = Row(1) with { LocationId = "loc1", Stage = "Booked" } }, Stop);
        await Log.RecordAsync(new() { Conversation = Row(1, "ben") with { LocationId = "loc1", AppointmentAt = null } }, Stop);

        var all = await report.ReadAsync(new(Today, Today.AddDays(1)), Stop);

        all.Total.ShouldBe(new CostSum { Calls = 4, InputTokens = 4000, CachedTokens = 400, OutputTokens = 40, Usd = 0.11m, Conversations = 3, Booked = 1 });
        all.Total.UsdPerBooked.ShouldBe(0.11m);
        all.Days.Select(day => (day.Day, day.Usd, day.Booked)).ShouldBe([("2026-03-03", 0.01m, 1), ("2026-03-02", 0.10m, 1)]);
        all.Locations.Select(location => (location.LocationId, location.Usd)).ShouldBe([("loc1", 0.06m), ("loc2", 0.05m)]);
        all.Conversations.Select(c => (c.ContactId, c.Usd, c.Stage, c.Booked)).ShouldBe([("eva", 0.05m, null, 0), ("ana", 0.04m, "Booked", 1), ("ben", 0.02m, "Qualifying", 0)]);

        var one = await report.ReadAsync(new(Today, Today.AddDays(1)) { LocationId = "loc2", Limit = 1 }, Stop);
        one.Total.Usd.ShouldBe(0.05m);
        one.Total.UsdPerBooked.ShouldBeNull();
        (await report.ReadAsync(new(Today.AddYears(1), Today.AddYears(1)), Stop)).Total.ShouldBe(new CostSum());

        (await report.DaysAsync(Today, Today, Stop)).ShouldBe([new(Today, "loc1", 0.05m), new(Today, "loc2", 0.05m)], ignoreOrder: true);
    }

    [Fact]
    public async Task What_operators_were_told_is_read_since_a_time()
    {
        await using var ledger = new SqlModelLedger(Database, Clock);
        var report = new SqlCostReport(Database);
        var notice = new BudgetNotice(Today, "PerLocationPerDay", "loc1", "", 80);
        await ledger.NoteAsync(notice, Stop);
        Clock.Advance(TimeSpan.FromHours(2));
        await ledger.NoteAsync(notice with { Percent = 100 }, Stop);

        (await report.NoticesAsync(Noon, Stop)).ShouldBe([notice with { Percent = 100 }, notice]);
        (await report.NoticesAsync(Noon.AddHours(1), Stop)).ShouldBe([notice with { Percent = 100 }]);
    }

    private static ModelCharge Call(string location, string contact, int day, decimal usd) =>
        new(new(location, contact), Today.AddDays(day)) { Calls = 1, InputTokens = 1000, CachedTokens = 100, OutputTokens = 10, Usd = usd };
}
