using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace OutletBot.EndToEnd;

/// <summary>Recognisable secrets, and a lead of recognisable words, looked for wherever a process speaks.</summary>
public sealed class SecretsTests
{
    private const string Password = "hidden-operators-5d1c";
    private static readonly string[] Secrets =
    [
        "hidden-crm-4f1c", "hidden-model-9a2b", "hidden-bearer-77d0", "hidden-verify-31ee", "hidden-meta-5b5b", "hidden-database-1e1e", "hidden-wrong-6c6c", Password, Site.Secret,
    ];

    private static readonly string[] Words = ["Fulgencia", "Zurbarán", "fulgencia.prueba", "galvanizad", "tornillo", "ferreter"];

    private readonly StringBuilder answers = new();

    [Fact]
    public async Task Neither_secrets_nor_a_leads_words_leave_by_logs_traces_or_answers_whatever_fails()
    {
        await using var collector = await TraceCollector.StartAsync();
        await using var server = await PostgresServer.StartAsync();
        await using var site = await Site.StartAsync(new Dictionary<string, string>(Hidden(), StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = $"{await server.CreateDatabaseAsync()};Password=hidden-database-1e1e",
            ["Cluster:AdvertisedAddress"] = "127.0.0.1",
            ["Cluster:SiloPort"] = $"{RunningProcess.FreePort()}",
            ["Cluster:GatewayPort"] = $"{RunningProcess.FreePort()}",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        });
        var lead = await site.NewLeadAsync("Fulgencia Zurbarán");
        string[] personal = [.. Words, lead.Phone[2..]];

        await TalkThroughFaultsAsync(site, lead);
        await SendSpoiltAsync(site, lead);
        await OpenPagesAsync(site, lead);
        await server.StopAsync();
        await PostAsync(site, $$"""{"contactId":"{{lead.Id}}","message":"soy Fulgencia, busco tornillos","phone":"{{lead.Phone}}"}""", $"Bearer {Site.Secret}");
        await server.LaunchAsync();
        await Eventually.TrueAsync(async () => (await GetAsync(site, "/health/ready", null)) == HttpStatusCode.OK, TimeSpan.FromSeconds(60), () => site.Output);
        await site.Bot!.TerminateAsync();
        await site.Bot.ExitAsync(TimeSpan.FromSeconds(60));

        // Whoever says nothing gives nothing away: there must be something to search.
        site.Output.ShouldContain("The model gave no usable answer");
        collector.Exported.ShouldContain("webhook");
        answers.ToString().ShouldContain("application/problem+json");
        foreach (var secret in Secrets)
        {
            site.Output.ShouldNotContain(secret);
            collector.Exported.ShouldNotContain(secret);
            answers.ToString().ShouldNotContain(secret);
        }

        foreach (var word in personal)
        {
            site.Output.ShouldNotContain(word, Case.Insensitive);
            collector.Exported.ShouldNotContain(word, Case.Insensitive);
            answers.ToString().ShouldNotContain(word, Case.Insensitive);
        }
    }

    [Fact]
    public async Task No_secret_stands_in_the_logs_at_any_level()
    {
        var settings = new Dictionary<string, string>(Hidden(), StringComparer.Ordinal);
        foreach (var category in new[] { "Default", "Microsoft", "Orleans", "System.Net.Http", "Polly" }) settings[$"Logging:LogLevel:{category}"] = "Trace";
        await using var site = await Site.StartAsync(settings);
        var lead = await site.NewLeadAsync();

        await lead.ConverseAsync(1);
        await PostAsync(site, "{}", "Bearer hidden-wrong-6c6c");
        await GetAsync(site, "/api/inbox", Password);
        await GetAsync(site, "/webhook/meta-lead?hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong", null);

        site.Output.ShouldContain("trce: ");
        foreach (var secret in Secrets) site.Output.ShouldNotContain(secret);
    }

    private static Dictionary<string, string> Hidden() => new(StringComparer.Ordinal)
    {
        ["Crm:ApiKey"] = "pit-hidden-crm-4f1c",
        ["Agent:ApiKey"] = "sk-hidden-model-9a2b",
        ["Agent:Deadline"] = "00:00:02",
        ["Webhooks:Secrets:0"] = "hidden-bearer-77d0",
        ["Webhooks:MetaVerifyToken"] = "hidden-verify-31ee",
        ["Meta:AccessToken"] = "hidden-meta-5b5b",
        ["Operators:User"] = "ana",
        ["Operators:Password"] = Password,
    };

    private static async Task TalkThroughFaultsAsync(Site site, Lead lead)
    {
        await SayAsync("Hola, soy Fulgencia, tengo una ferretería", 1);
        foreach (var (kind, text, at) in new[]
        {
            ("malformed", "vendo pocos tornillos galvanizados entre semana", 2),
            ("quota", "quiero vender más tornillos", 3),
            ("refusal", "unos quinientos al mes", 4),
        })
        {
            await site.ControlAsync(HttpMethod.Post, "faults", new { id = "model", target = "openai", kind });
            await SayAsync(text, at);
            await site.ControlAsync(HttpMethod.Delete, "faults/model");
        }

        foreach (var (kind, text, at) in new[]
        {
            ("status", "fulgencia.prueba@example.com", 5),
            ("body", "¿qué servicios ofrecen para ferreterías?", 6),
            ("reset", "¿dónde están ubicados?", 7),
            ("effectThenReset", "el segundo", 8),
            ("rateLimit", $"gracias, mi número es {lead.Phone}", 9),
        })
        {
            await lead.StrikeAsync(kind, times: 1);
            await SayAsync(text, at);
            await lead.HealAsync();
        }

        async Task SayAsync(string text, int number)
        {
            await lead.SayAsync(text);
            await lead.HearsAsync(number, seconds: 90);
        }
    }

    private async Task SendSpoiltAsync(Site site, Lead lead)
    {
        string[] bodies =
        [
            $$"""{"contactId":"{{lead.Id}}","message":"Fulgencia Zurbarán""",
            $$"""{"contactId":{"Fulgencia":1},"message":"tornillos galvanizados","phone":"{{lead.Phone}}"}""",
            $$"""{"contactId":"Fulgencia Zurbarán","message":["ferretería"],"phone":"{{lead.Phone}}"}""",
            $$"""{"contactId":"{{lead.Id}}","message":"x","id":"Fulgencia\u0000Zurbarán","phone":"{{string.Concat(Enumerable.Repeat(lead.Phone, 20))}}"}""",
            $$"""{"type":"Fulgencia","contactId":"{{lead.Id}}"}""",
            "\"Fulgencia\"",
        ];
        foreach (var body in bodies)
            foreach (var authorization in new[] { $"Bearer {Site.Secret}", "Bearer hidden-bearer-77d0", "Bearer hidden-wrong-6c6c", "Basic hidden-wrong-6c6c" })
                await PostAsync(site, body, authorization);
    }

    private async Task OpenPagesAsync(Site site, Lead lead)
    {
        foreach (var token in new[] { "hidden-verify-31ee", "hidden-wrong-6c6c" })
            await GetAsync(site, $"/webhook/meta-lead?hub.mode=subscribe&hub.challenge=1&hub.verify_token={token}", null);
        foreach (var path in new[] { "/health", "/health/ready", "/openapi/v1.json", "/api/inbox", "/dashboard/", "/api/conversations?limit=0", "/nowhere" })
            foreach (var password in new[] { null, Password, "hidden-wrong-6c6c" }) await GetAsync(site, path, password);
        foreach (var path in new[] { "/console", $"/api/conversations/{lead.LocationId}/{lead.Id}" }) await GetAsync(site, path, null);
    }

    private async Task PostAsync(Site site, string body, string authorization)
    {
        using var http = new HttpClient { BaseAddress = site.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhook/meta-lead") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        await KeepAsync(http, request);
    }

    private async Task<HttpStatusCode> GetAsync(Site site, string path, string? password)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (password is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"ana:{password}")));
        return await KeepAsync(http, request);
    }

    private async Task<HttpStatusCode> KeepAsync(HttpClient http, HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answers.AppendLine($"{answer}").AppendLine(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer.StatusCode;
    }
}
