using Microsoft.Playwright;

namespace OutletBot.Browser;

/// <summary>The operators' console, as a person uses it.</summary>
public sealed class ConsolePage(IPage page, Uri root)
{
    /// <summary>The stage of the conversation that is open.</summary>
    public ILocator Stage => page.Locator("h1 .stage");

    /// <summary>What is said unasked next in the conversation that is open.</summary>
    public ILocator FollowUp => page.Locator("dl div").Filter(new() { HasText = "Next follow-up" }).Locator("dd");

    /// <summary>The messages of the conversation that is open, of both sides.</summary>
    public ILocator Transcript => page.GetByLabel("Transcript").GetByRole(AriaRole.Listitem);

    /// <summary>Opens the list and in it the conversation of a lead.</summary>
    public async Task OpenAsync(string leadName)
    {
        await page.GotoAsync(new Uri(root, "/console").ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = leadName, Exact = true }).ClickAsync();
    }

    /// <summary>Silences the bot, and sees it silenced.</summary>
    public Task TakeOverAsync() => PressAsync("Take over", "Give back to the bot");

    /// <summary>Lets the bot speak again, and sees that it may.</summary>
    public Task ReleaseAsync() => PressAsync("Give back to the bot", "Take over");

    private async Task PressAsync(string button, string then)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        var other = page.GetByRole(AriaRole.Button, new() { Name = then });
        // What is pressed is committed at once and shown when the conversation has taken it in.
        for (var look = 0; look < 50 && !await other.IsVisibleAsync(); look++)
        {
            await page.WaitForTimeoutAsync(100);
            await page.ReloadAsync();
        }

        await Assertions.Expect(other).ToBeVisibleAsync();
    }
}
