using Microsoft.Playwright;
using OutletBot.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace OutletBot.Browser;

/// <summary>One browser for all tests: the one named by <c>CHROMIUM_PATH</c>, or the system's.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? playwright;

    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox"],
        });
    }

    /// <summary>A page of its own, with nothing stored from another test.</summary>
    public Task<IPage> NewPageAsync(int width = 1280, int height = 900) =>
        browser!.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
