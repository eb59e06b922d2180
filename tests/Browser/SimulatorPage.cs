using Microsoft.Playwright;

namespace OutletBot.Browser;

/// <summary>The page at <c>/simulator</c>, as a person uses it. Works against any host that maps the simulator.</summary>
public sealed class SimulatorPage(IPage page)
{
    /// <summary>The browser's page, for what is not named here.</summary>
    public IPage Page => page;

    /// <summary>Bubbles of the bot, of the lead, of a person of the agency, oldest first.</summary>
    public ILocator BotBubbles => page.GetByTestId("bubble-bot");

    public ILocator LeadBubbles => page.GetByTestId("bubble-lead");

    public ILocator PersonBubbles => page.GetByTestId("bubble-person");

    public ILocator Tags => page.GetByTestId("tags");

    public ILocator Notes => page.GetByTestId("notes");

    public ILocator Appointments => page.GetByTestId("appointments");

    /// <summary>How the last webhook fared.</summary>
    public ILocator Delivery => page.GetByTestId("delivery");

    /// <summary>Opens the page of the host at <paramref name="root"/> and waits until it is live.</summary>
    public static async Task<SimulatorPage> OpenAsync(IPage page, Uri root)
    {
        await page.GotoAsync(new Uri(root, "/simulator").ToString());
        await Assertions.Expect(page.GetByTestId("live")).ToHaveTextAsync("live");
        return new SimulatorPage(page);
    }

    /// <summary>A field of the CRM record, by its label in lower case with dashes: <c>name</c>, <c>e-mail</c>, <c>budget</c>, <c>business-type</c>.</summary>
    public ILocator Field(string name) => page.GetByTestId($"field-{name}");

    /// <summary>Makes a lead and chooses it.</summary>
    public async Task NewLeadAsync(string? name = null, string phone = "+15125550107", string? locationId = null)
    {
        await page.GetByTestId("new-lead").ClickAsync();
        await page.GetByTestId("lead-name").FillAsync(name ?? "");
        await page.GetByTestId("lead-phone").FillAsync(phone);
        await page.GetByTestId("lead-location").FillAsync(locationId ?? "");
        await page.GetByTestId("create-lead").ClickAsync();
        await Assertions.Expect(page.GetByTestId("message")).ToBeEnabledAsync();
    }

    /// <summary>Types a message and presses Enter.</summary>
    public async Task SayAsync(string text)
    {
        await page.GetByTestId("message").FillAsync(text);
        await page.GetByTestId("message").PressAsync("Enter");
    }

    /// <summary>Types words and sends them as a recording.</summary>
    public async Task RecordAsync(string words)
    {
        await page.GetByTestId("message").FillAsync(words);
        await page.GetByTestId("record").ClickAsync();
    }

    /// <summary>Sets the status of the one appointment, as a person of the agency does.</summary>
    public Task SetAppointmentAsync(string status) => page.GetByTestId("appointment-status").SelectOptionAsync(status);

    /// <summary>Waits for the bot's message number <paramref name="number"/>, from 1, and returns its text.</summary>
    public async Task<string> BotSaysAsync(int number, float timeoutMs = 30_000)
    {
        var bubble = BotBubbles.Nth(number - 1).Locator("p");
        await bubble.WaitForAsync(new LocatorWaitForOptions { Timeout = timeoutMs });
        return await bubble.InnerTextAsync();
    }

    public Task OpenTabAsync(string name) => page.GetByTestId($"tab-{name}").ClickAsync();
}
