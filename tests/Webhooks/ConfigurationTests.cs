using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Webhooks;

public sealed class ConfigurationTests
{
    [Fact]
    public void A_sectioned_key_wins_over_a_flat_one()
    {
        using var host = Build(("MIN_BUDGET", "250"), ("TIMEZONE", "America/Bogota"), ("Conversation:TimeZone", "America/Mexico_City"), ("PORT", "8123"));

        var settings = host.Services.GetRequiredService<ILocations>().Get("x");

        settings.MinimumBudget.ShouldBe(250);
        settings.TimeZone.ShouldBe("America/Mexico_City");
        host.Services.GetRequiredService<IConfiguration>()["urls"].ShouldBe("http://0.0.0.0:8123");
    }

    [Fact]
    public void A_location_has_its_own_settings_and_the_defaults_for_the_rest()
    {
        using var host = Build(("Locations:L1:Language", "en"), ("Locations:L1:MinimumBudget", "900"), ("Crm:LocationId", "L0"));
        var locations = host.Services.GetRequiredService<ILocations>();

        locations.DefaultLocationId.ShouldBe("L0");
        locations.Get("L1").ShouldSatisfyAllConditions(s => s.Language.ShouldBe("en"), s => s.MinimumBudget.ShouldBe(900), s => s.AgentName.ShouldBe("María"));
        locations.Get("L2").MinimumBudget.ShouldBe(300);
    }

    [Fact]
    public void A_locations_key_goes_before_its_playbook_and_that_before_the_section_for_all()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{ "extends": "dental-clinic", "agentName": "Sofía", "minimumBudget": 50, "slotCount": 3 }""");
        using var host = Build(
            ("Conversation:MinimumBudget", "700"), ("Conversation:SlotCount", "4"), ("Conversation:DaysAhead", "9"), ("Agent:Name", "Luz"),
            ("Locations:L1:Playbook", file), ("Locations:L1:AgentName", "Ana"), ("Locations:L2:Playbook", file), ("Locations:L3:Language", "en"));
        host.CheckOptions();
        var locations = host.Services.GetRequiredService<ILocations>();

        locations.Get("L1").ShouldSatisfyAllConditions(s => s.AgentName.ShouldBe("Ana"), s => s.MinimumBudget.ShouldBe(50), s => s.SlotCount.ShouldBe(3));
        locations.Get("L2").ShouldSatisfyAllConditions(s => s.AgentName.ShouldBe("Sofía"), s => s.DaysAhead.ShouldBe(10, "the clinic's"), s => s.BudgetGate.ShouldBeNull());
        locations.Get("L3").ShouldSatisfyAllConditions(
            s => s.Playbook.ShouldBeSameAs(locations.Get("L4").Playbook), s => s.AgentName.ShouldBe("Luz"), s => s.SlotCount.ShouldBe(4), s => s.DaysAhead.ShouldBe(9), s => s.BudgetGate.ShouldBe(700));
        File.Delete(file);
    }

    [Theory]
    [InlineData("Conversation:MinimumBudget", "abc", "is not a number. Example: Conversation:MinimumBudget=300")]
    [InlineData("Conversation:QuietPeriod", "00:01:00", "is longer than Conversation:MaxWait")]
    [InlineData("Conversation:TimeZone", "Mars/Olympus", "is not an IANA time zone. Example: Conversation:TimeZone=America/Chicago")]
    [InlineData("Conversation:TakeOverTag", "a,b", "'a,b' is not a tag. Example: Conversation:TakeOverTag=bot-off")]
    [InlineData("Conversation:ReleaseTag", "Bot-Off", "'bot-off' is not a tag, or is Conversation:TakeOverTag's. Example: Conversation:ReleaseTag=bot-on")]
    [InlineData("Conversation:Language", "fr", "Example: Conversation:Language=es")]
    [InlineData("Conversation:Playbook", "bakery", "'bakery' is neither a file nor a playbook that is built in (agency, dental-clinic). Example: dental-clinic")]
    [InlineData("Locations:L1:Playbook", "bakery", "'bakery' is neither a file nor a playbook that is built in")]
    [InlineData("Locations:L1:SlotCount", "11", "11 is not between 1 and 10. Example: Locations:L1:SlotCount=5")]
    [InlineData("Agent:ApiKey", "sk-one sk-two", "holds blanks or letters that no key has. Example: Agent:ApiKey=sk-...")]
    [InlineData("Agent:BaseUrl", "nowhere", "is not an absolute http(s) address")]
    [InlineData("Webhooks:Secret", "", "no secret is set")]
    [InlineData("Webhooks:GhlPublicKeys:0", "junk", "is not an Ed25519 public key")]
    [InlineData("Operators:User", "ana", "Operators:Password")]
    public void A_wrong_value_is_told_in_one_line_that_names_the_key(string key, string value, string expected)
    {
        using var host = Build((key, value));

        var line = ConfigurationFault.Describe(Should.Throw<Exception>(host.CheckOptions)).ShouldNotBeNull();

        line.ShouldContain(key);
        line.ShouldContain(expected);
        line.ShouldNotContain("\n");
    }

    [Fact]
    public void Development_takes_unsigned_webhooks_unless_told_otherwise()
    {
        using var host = Build(("environment", "Development"), ("Webhooks:Secret", ""));

        host.CheckOptions();
        host.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<WebhookOptions>>().Value.AllowUnsigned.ShouldBeTrue();
    }

    private static IHost Build(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Webhooks:Secret"] = "secret" };
        foreach (var (key, value) in settings) all[key] = value;
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = all.GetValueOrDefault("environment") ?? "Production" });
        builder.Configuration.AddInMemoryCollection(all);
        builder.AddOutletBotConfiguration();
        builder.Services.AddOutletBotOptions(builder.Configuration);
        return builder.Build();
    }
}
