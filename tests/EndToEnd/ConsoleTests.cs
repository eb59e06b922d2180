using System.Net;
using System.Text.RegularExpressions;

namespace OutletBot.EndToEnd;

/// <summary>The console behind a load balancer: a page comes from one gateway, and its form reaches another.</summary>
public sealed class ConsoleTests(Postgres postgres)
{
    private const string Page = "/console/loc-1/ana";

    [Fact]
    public async Task A_form_that_one_gateway_made_is_taken_by_another_in_a_container_of_its_own_and_after_a_restart()
    {
        await using var site = await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
            ["Gateway:DrainFor"] = "00:00:00",
        });
        var homes = new[] { Directory.CreateTempSubdirectory("outletbot-"), Directory.CreateTempSubdirectory("outletbot-"), Directory.CreateTempSubdirectory("outletbot-") };
        try
        {
            // Started together on an empty database, as by the first deployment.
            await using var one = site.LaunchGateway(home: homes[0].FullName);
            await using var two = site.LaunchGateway(home: homes[1].FullName);
            await Task.WhenAll(one.AnswersAsync("/health/ready"), two.AnswersAsync("/health/ready"));
            await Stored.AddConversationAsync(site.ConnectionString, "loc-1", "ana");
            using var browser = new Browser();
            var form = await browser.OpenAsync(one);

            (await browser.PressAsync(two, form)).ShouldBe(HttpStatusCode.Redirect, two.Output);
            (await browser.PressAsync(two, form with { Token = form.Token[..^4] + "AAAA" })).ShouldBe(HttpStatusCode.BadRequest);

            await one.KillAsync();
            await using var again = site.LaunchGateway(home: homes[2].FullName);
            await again.AnswersAsync("/health/ready");
            (await browser.PressAsync(again, form)).ShouldBe(HttpStatusCode.Redirect, again.Output);
        }
        finally
        {
            foreach (var home in homes) home.Delete(recursive: true);
        }
    }

    private sealed record Form(string Cookie, string Token);

    /// <summary>What a browser keeps between a page and its form, whichever process is asked.</summary>
    private sealed class Browser : IDisposable
    {
        private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        public async Task<Form> OpenAsync(RunningProcess gateway)
        {
            using var answer = await http.GetAsync(new Uri(gateway.Url, Page), TestContext.Current.CancellationToken);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
            var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("outletbot-forgery=", StringComparison.Ordinal));
            return new(cookie[..cookie.IndexOf(';', StringComparison.Ordinal)], Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value);
        }

        public async Task<HttpStatusCode> PressAsync(RunningProcess gateway, Form form)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway.Url, Page))
            {
                Content = new FormUrlEncodedContent([new("action", "take-over"), new("__RequestVerificationToken", form.Token)]),
            };
            request.Headers.Add("Cookie", form.Cookie);
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }

        public void Dispose() => http.Dispose();
    }
}
