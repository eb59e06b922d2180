using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OutletBot.FollowUps;
using OutletBot.Locations;
using OutletBot.Options;

namespace OutletBot.Unit.FollowUps;

public sealed class FollowUpOptionsTests
{
    [Fact]
    public void Without_configuration_a_silent_lead_is_nudged_after_two_and_after_twenty_hours_and_not_at_night()
    {
        var settings = Locations().Get("loc").FollowUps;

        settings.Plan.ShouldBe([TimeSpan.FromHours(2), TimeSpan.FromHours(20)]);
        settings.Reminders.ShouldBe([TimeSpan.FromHours(24), TimeSpan.FromHours(1)]);
        settings.QuietHours.ToString().ShouldBe("21:00-08:00");
        (settings.NoShow, settings.SmsOutsideWindow, settings.TemplateWorkflowId).ShouldBe((true, false, null));
    }

    [Fact]
    public void A_location_has_what_it_does_not_set_from_the_section_for_all()
    {
        var locations = Locations(
            ("FollowUps:Plan", "04:00:00, 01:00:00"), ("FollowUps:TemplateWorkflowId", "wf-all"),
            ("Locations:b:FollowUps:QuietHours", "20:00-10:00, 13:00-15:00"), ("Locations:b:FollowUps:TemplateWorkflowId", "wf-b"), ("Locations:b:FollowUps:Reminders", ""));

        locations.Get("a").FollowUps.Plan.ShouldBe([TimeSpan.FromHours(1), TimeSpan.FromHours(4)]);
        var own = locations.Get("b").FollowUps;
        own.Plan.ShouldBe([TimeSpan.FromHours(1), TimeSpan.FromHours(4)]);
        own.QuietHours.ToString().ShouldBe("20:00-10:00, 13:00-15:00");
        own.TemplateWorkflowId.ShouldBe("wf-b");
        own.Reminders.ShouldBeEmpty();
    }

    [Fact]
    public void Lists_may_stand_there_as_arrays()
    {
        var locations = Locations(("FollowUps:Plan:0", "01:00:00"), ("FollowUps:Plan:1", "05:00:00"), ("Locations:b:FollowUps:QuietHours:0", "22:00-07:00"));

        locations.Get("a").FollowUps.Plan.ShouldBe([TimeSpan.FromHours(1), TimeSpan.FromHours(5)]);
        locations.Get("b").FollowUps.QuietHours.ToString().ShouldBe("22:00-07:00");
    }

    [Theory]
    [InlineData("FollowUps:Plan", "24:00:00", "02:00:00, 20:00:00")]
    [InlineData("FollowUps:Plan", "01:00:00, 01:00:00", "02:00:00, 20:00:00")]
    [InlineData("FollowUps:Plan", "1:00:00,2:00:00,3:00:00,4:00:00,5:00:00,6:00:00", "02:00:00, 20:00:00")]
    [InlineData("FollowUps:Reminders", "soon", "1.00:00:00, 01:00:00")]
    [InlineData("FollowUps:QuietHours", "at night", "21:00-08:00, 13:00-15:00")]
    [InlineData("Locations:b:FollowUps:QuietHours", "00:00-23:59, 23:59-00:00", "21:00-08:00, 13:00-15:00")]
    public void A_wrong_value_is_told_with_its_key_and_an_example(string key, string value, string example)
    {
        var fault = Should.Throw<OptionsValidationException>(() => Locations((key, value)));

        fault.Message.ShouldStartWith($"{key}: '{value}' is not");
        fault.Message.ShouldEndWith($"Example: {key}={example}");
    }

    private static ILocations Locations(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddOutletBotOptions(configuration).BuildServiceProvider().GetRequiredService<ILocations>();
    }
}
