using Microsoft.Playwright;
using OutletBot.Support;

namespace OutletBot.Browser;

/// <summary>The one process of a laptop, seen through its pages.</summary>
public sealed class WholeBotTests(Chromium chromium, WholeBotTests.Local local) : IClassFixture<WholeBotTests.Local>
{
    [Fact]
    public async Task A_newcomer_chats_as_a_lead_until_an_appointment_stands_in_the_CRM_record()
    {
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), local.Root);
        await page.NewLeadAsync();

        for (var at = 1; at <= Lead.Script.Count; at++)
        {
            await page.SayAsync(Lead.Script[at - 1]);
            await page.BotSaysAsync(at);
        }

        await Assertions.Expect(page.Field("name")).ToContainTextAsync("Carlos");
        await Assertions.Expect(page.Field("e-mail")).ToHaveTextAsync("carlos@restaurante.mx");
        await Assertions.Expect(page.Field("budget")).ToContainTextAsync("500");
        await Assertions.Expect(page.Field("business-type")).ToContainTextAsync("restaurante");
        await Assertions.Expect(page.Tags).ToContainTextAsync("qualified-lead");
        await Assertions.Expect(page.Tags).ToContainTextAsync("appointment-scheduled");
        await Assertions.Expect(page.Appointments).ToContainTextAsync("confirmed");
        await Assertions.Expect(page.Notes).ToContainTextAsync("500");
        await Assertions.Expect(page.BotBubbles).ToHaveCountAsync(Lead.Script.Count);

        await page.SetAppointmentAsync("noshow");
        (await page.BotSaysAsync(Lead.Script.Count + 1)).ShouldContain("¿Te busco otro horario?");
        await Assertions.Expect(page.Tags).Not.ToContainTextAsync("appointment-scheduled");
        await Assertions.Expect(page.Appointments.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("noshow");
    }

    [Fact]
    public async Task An_operator_reads_along_silences_the_bot_and_gives_the_conversation_back()
    {
        var phone = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), local.Root);
        await phone.NewLeadAsync(phone: "+15125550108");
        await phone.SayAsync("Hola, soy Marcela");
        await phone.BotSaysAsync(1);
        await local.HandledAsync();

        var console = new ConsolePage(await chromium.NewPageAsync(), local.Root);
        await console.OpenAsync("Marcela");
        await Assertions.Expect(console.Stage).ToHaveTextAsync("Qualifying");
        await Assertions.Expect(console.Transcript).ToHaveCountAsync(2);
        await Assertions.Expect(console.Transcript.First).ToContainTextAsync("Hola, soy Marcela");

        await Assertions.Expect(console.FollowUp).ToContainTextAsync("asks again");

        await console.TakeOverAsync();
        await Assertions.Expect(console.FollowUp).ToHaveTextAsync("-");
        await Assertions.Expect(console.Stage).ToHaveTextAsync("HandedOff");
        await phone.SayAsync("tengo una panadería");
        await Assertions.Expect(phone.LeadBubbles).ToHaveCountAsync(2);
        await Assertions.Expect(phone.Delivery).ToContainTextAsync("202");
        await local.HandledAsync();
        await Assertions.Expect(phone.BotBubbles).ToHaveCountAsync(1);

        await console.ReleaseAsync();
        await local.HandledAsync();
        var before = await phone.BotBubbles.CountAsync();
        await phone.SayAsync("no me llegan clientes");
        await phone.BotSaysAsync(before + 1);

        await phone.RecordAsync("quiero llenar las mesas");
        await Assertions.Expect(phone.LeadBubbles.Last).ToContainTextAsync("🎤 quiero llenar las mesas");
        // Nobody here hears recordings: no key of a model is set.
        (await phone.BotSaysAsync(before + 2)).ShouldContain("audio");
    }

    /// <summary>The process that both tests look at.</summary>
    public sealed class Local : IAsyncLifetime
    {
        private LocalProcess? process;

        public Uri Root => process!.Process.Url;

        public async ValueTask InitializeAsync() => process = await LocalProcess.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["FollowUps:QuietHours"] = "" });

        /// <summary>Waits until every committed event is handled: what has not happened by then never will.</summary>
        public Task HandledAsync() => Eventually.TrueAsync(
            async () => (long)(await process!.GetAsync("/api/inbox"))["count"]! == 0, TimeSpan.FromSeconds(30), () => process!.Process.Output);

        public ValueTask DisposeAsync() => process?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
