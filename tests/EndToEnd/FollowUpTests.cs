using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OutletBot.EndToEnd;

/// <summary>A bot that soon writes to silent leads, on SQLite.</summary>
public sealed class SoonFollowsUp : IAsyncLifetime
{
    /// <summary>A location whose silent leads are not nudged: only of their appointments they hear.</summary>
    public const string Booking = "loc-booking";

    /// <summary>A location that does not wait long.</summary>
    public const string Hasty = "loc-hasty";

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await Site.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["FollowUps:Plan"] = "00:00:15",
        ["FollowUps:QuietHours"] = "",
        [$"Locations:{Booking}:FollowUps:Plan"] = "",
        [$"Locations:{Hasty}:FollowUps:Plan"] = "00:00:06",
    });

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

public sealed class FollowUpTests(SoonFollowsUp fixture) : IClassFixture<SoonFollowsUp>
{
    /// <summary>What a dead process missed is found soon after the next one has started; what lies ahead comes when it is due.</summary>
    private const int WithinSeconds = 60;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Site Site => fixture.Site;

    [Fact]
    public async Task A_silent_lead_is_nudged_once_though_the_process_was_killed_and_started_again_meanwhile()
    {
        var lead = await Site.NewLeadAsync();
        await lead.ConverseAsync(1);
        // The message is handled once its wake-up stands.
        await Site.HandledAsync();
        await Site.RestartBotAsync();

        var nudge = await lead.HearsAsync(2, WithinSeconds);

        nudge.ShouldContain("nombre");
        await lead.SayAsync(Lead.Script[1]);
        (await lead.HearsAsync(3)).ShouldContain("Carlos");
        (await lead.HeardAsync()).Count(said => said == nudge).ShouldBe(1);
    }

    [Fact]
    public async Task A_nudge_whose_wake_up_got_lost_with_the_table_of_reminders_is_seen_beforehand_and_comes_once()
    {
        var lead = await Site.NewLeadAsync(locationId: SoonFollowsUp.Hasty);
        await lead.ConverseAsync(1);
        await Site.HandledAsync();
        var row = (await Site.Http.GetFromJsonAsync<JsonObject>($"/api/conversations/{lead.LocationId}/{lead.Id}", Stop))!["conversation"]!;
        ((string)row["followUpKind"]!).ShouldBe("Nudge");
        await Site.KillBotAsync();
        await Stored.ForgetWakeUpsAsync(Site.ConnectionString);
        var due = (DateTimeOffset)row["followUpAt"]!;
        await Eventually.TrueAsync(() => Task.FromResult(TimeProvider.System.GetUtcNow() > due), TimeSpan.FromSeconds(10), () => $"{due} lies too far ahead");

        await Site.StartBotAsync();

        (await lead.HearsAsync(2)).ShouldContain("nombre");
        await Eventually.TrueAsync(
            async () => (await Site.Http.GetFromJsonAsync<JsonObject>($"/api/conversations/{lead.LocationId}/{lead.Id}", Stop))!["conversation"]!["followUpKind"] is null,
            TimeSpan.FromSeconds(40),
            () => $"The nudge stays to come.\n{Site.Output}");
        (await lead.HeardAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_booked_lead_is_reminded_a_day_and_an_hour_before_and_offered_another_time_when_they_do_not_come_each_once_though_processes_die()
    {
        var lead = await Site.NewLeadAsync(locationId: SoonFollowsUp.Booking);
        await lead.PlayAsync();
        var appointment = (string)(await lead.RecordAsync(r => r["appointments"]!.AsArray().Count == 1))["appointments"]![0]!["id"]!;

        await MoveAsync(lead, appointment, StartRemindedOf(TimeSpan.FromDays(1)));
        await Site.HandledAsync();
        await Site.RestartBotAsync();
        (await lead.HearsAsync(Lead.Script.Count + 1, WithinSeconds)).ShouldContain("Te recuerdo tu cita");

        await MoveAsync(lead, appointment, StartRemindedOf(TimeSpan.FromHours(1)));
        (await lead.HearsAsync(Lead.Script.Count + 2, WithinSeconds)).ShouldContain("Ya casi es tu cita");

        // Whether it dies before or after the words have left: they are said once.
        await ChangeAsync(lead, appointment, new { status = "noshow" });
        await Site.RestartBotAsync();
        (await lead.HearsAsync(Lead.Script.Count + 3, WithinSeconds)).ShouldContain("¿Te busco otro horario?");
        await lead.RecordAsync(r => !r["tags"]!.AsArray().Any(tag => (string)tag! == "appointment-scheduled"));
        await ChangeAsync(lead, appointment, new { status = "noshow" });

        await lead.SayAsync("sí, por favor");
        (await lead.HearsAsync(Lead.Script.Count + 4)).ShouldContain("1. ");
        await Site.HandledAsync();
        (await lead.HeardAsync()).Count.ShouldBe(Lead.Script.Count + 4);
    }

    /// <summary>A start whose reminder is due in some seconds: time enough to die and to come back.</summary>
    private static DateTimeOffset StartRemindedOf(TimeSpan reminder) => TimeProvider.System.GetUtcNow() + reminder + TimeSpan.FromSeconds(10);

    private Task MoveAsync(Lead lead, string appointment, DateTimeOffset start) => ChangeAsync(lead, appointment, new { start });

    private async Task ChangeAsync(Lead lead, string appointment, object change) =>
        ((int)(await Site.ControlAsync(HttpMethod.Post, $"leads/{lead.Id}/appointments/{appointment}", change))["delivery"]!["status"]!).ShouldBe(202);
}
