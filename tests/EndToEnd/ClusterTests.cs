namespace OutletBot.EndToEnd;

/// <summary>A gateway process and silos that find each other through PostgreSQL.</summary>
public sealed class ClusterTests(Postgres postgres)
{
    [Fact]
    public async Task A_gateway_acks_with_no_silo_alive_and_silos_that_start_at_once_on_an_empty_database_answer()
    {
        await using var site = await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
        });
        await site.StartBotAsync("Gateway", "/health/ready");
        var lead = await site.NewLeadAsync();
        await lead.SayAsync(Lead.Script[0]);

        await using var one = site.LaunchSilo();
        await using var two = site.LaunchSilo();
        // A silo without a gateway answers its probes as any process does.
        await Task.WhenAll(one.AnswersAsync("/health/startup"), two.AnswersAsync("/health/ready"));

        try
        {
            await lead.HearsAsync(1);
            await lead.PlayAsync(from: 2);
            await lead.ShouldBeBookedAsync();
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\nsilo one:\n{one.Output}\nsilo two:\n{two.Output}", late);
        }
    }

    [Fact]
    public async Task A_lead_goes_on_with_the_silo_that_is_left_when_the_other_dies()
    {
        await using var site = await Site.PrepareAsync(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:OutletBot"] = await postgres.CreateDatabaseAsync(),
        });
        await using var one = site.LaunchSilo();
        await using var two = site.LaunchSilo();
        await Task.WhenAll(one.SaysAsync("Brain"), two.SaysAsync("Brain"));
        await site.StartBotAsync("Gateway", "/health/ready");
        var leads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.NewLeadAsync()));
        await Task.WhenAll(leads.Select(lead => lead.ConverseAsync(1)));

        await Task.WhenAll(leads.Select(lead => lead.SayAsync(Lead.Script[1])));
        await one.KillAsync();

        foreach (var lead in leads)
        {
            await lead.HearsAsync(2, seconds: 60);
            await lead.PlayAsync(from: 3);
            await lead.ShouldBeBookedAsync();
        }
    }
}
