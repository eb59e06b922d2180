using Microsoft.Playwright;

namespace OutletBot.Browser;

public sealed class SimulatorPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_lead_writes_and_sees_the_answer_while_the_CRM_record_follows()
    {
        await using var bot = await BotStub.StartAsync();
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), bot.Root);
        await page.NewLeadAsync("Ana Prueba");

        await page.SayAsync("Hola");

        (await page.BotSaysAsync(1)).ShouldBe("eco: Hola");
        await Assertions.Expect(page.LeadBubbles).ToHaveCountAsync(1);
        await Assertions.Expect(page.Delivery).ToContainTextAsync("202");
        await Assertions.Expect(page.Tags).ToContainTextAsync("qualified-lead");
        await Assertions.Expect(page.Field("e-mail")).ToHaveTextAsync("ana@example.com");
    }

    [Fact]
    public async Task Fragments_typed_quickly_arrive_in_order()
    {
        await using var bot = await BotStub.StartAsync();
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), bot.Root);
        await page.NewLeadAsync();

        foreach (var fragment in new[] { "soy", "Ana", "tengo un café" })
            await page.SayAsync(fragment);

        await page.BotSaysAsync(3);
        (await page.LeadBubbles.Locator("p").AllInnerTextsAsync()).ShouldBe(["soy", "Ana", "tengo un café"]);
    }

    [Fact]
    public async Task Markup_in_a_message_is_shown_as_text()
    {
        await using var bot = await BotStub.StartAsync();
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), bot.Root);
        await page.NewLeadAsync("<b>Ana</b>");

        await page.SayAsync("<img src=x onerror=\"document.title='struck'\">");

        (await page.BotSaysAsync(1)).ShouldBe("eco: <img src=x onerror=\"document.title='struck'\">");
        (await page.Page.Locator("#chat img, #lead-list b").CountAsync()).ShouldBe(0);
        (await page.Page.TitleAsync()).ShouldBe("OutletBot simulator");
    }

    [Fact]
    public async Task A_message_sent_twice_is_one_bubble_and_two_webhooks()
    {
        await using var bot = await BotStub.StartAsync();
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), bot.Root);
        await page.NewLeadAsync();
        await page.Page.GetByTestId("send-twice").CheckAsync();

        await page.SayAsync("Hola");

        await Assertions.Expect(page.Delivery).ToContainTextAsync("202, 202");
        await Assertions.Expect(page.LeadBubbles).ToHaveCountAsync(1);
        bot.Received.ShouldBe(2);
    }

    [Fact]
    public async Task A_person_of_the_agency_can_write()
    {
        await using var bot = await BotStub.StartAsync();
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), bot.Root);
        await page.NewLeadAsync();
        await page.Page.GetByTestId("send-as").SelectOptionAsync("person");

        await page.SayAsync("Soy Laura, te ayudo yo");

        await Assertions.Expect(page.PersonBubbles).ToHaveCountAsync(1);
        await Assertions.Expect(page.Delivery).ToContainTextAsync("202");
    }

    [Fact]
    public async Task A_fault_switch_breaks_GHL_until_it_is_off_again()
    {
        await using var bot = await BotStub.StartAsync();
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), bot.Root);
        await page.OpenTabAsync("faults");
        var down = page.Page.GetByTestId("fault-ghl-down");

        await page.Page.RunAndWaitForResponseAsync(() => down.CheckAsync(), response => response.Url.EndsWith("/faults", StringComparison.Ordinal) && response.Request.Method == "POST");
        ((int)(await bot.CallAsync(HttpMethod.Get, "/ghl/contacts/ana")).StatusCode).ShouldBe(503);

        await page.Page.RunAndWaitForResponseAsync(() => down.UncheckAsync(), response => response.Request.Method == "DELETE");
        ((int)(await bot.CallAsync(HttpMethod.Get, "/ghl/contacts/ana")).StatusCode).ShouldBe(200);
    }

    [Fact]
    public async Task A_free_time_can_be_taken_by_somebody_else()
    {
        await using var bot = await BotStub.StartAsync();
        var page = await SimulatorPage.OpenAsync(await chromium.NewPageAsync(), bot.Root);
        await page.OpenTabAsync("calendar");

        await page.Page.GetByTestId("slot-free").First.ClickAsync();

        await Assertions.Expect(page.Page.GetByTestId("slot-taken")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 900)]
    public async Task The_page_fits_its_window_and_breaks_no_content_policy(int width, int height)
    {
        await using var bot = await BotStub.StartAsync();
        var browserPage = await chromium.NewPageAsync(width, height);
        List<string> complaints = [];
        browserPage.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        browserPage.PageError += (_, error) => complaints.Add(error);
        var page = await SimulatorPage.OpenAsync(browserPage, bot.Root);
        await page.NewLeadAsync("Ana Prueba");
        await page.SayAsync("Hola");
        await page.BotSaysAsync(1);

        (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        complaints.ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("BROWSER_SCREENSHOTS") is { Length: > 0 } folder)
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"simulator-{width}.png") });
    }
}
