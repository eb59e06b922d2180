using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Unit.Inbox;

public sealed class RecoveryOptionsTests
{
    [Theory]
    [InlineData("Recovery:LookBack", "6.00:00:01", "6.00:00:01 is not between 00:02:00 and 6.00:00:00. Example: Recovery:LookBack=12:00:00")]
    [InlineData("Recovery:LookBack", "-12:00:00", "-12:00:00 is not between 00:02:00 and 6.00:00:00. Example: Recovery:LookBack=12:00:00")]
    [InlineData("Recovery:LookBack", "00:10:00", "00:10:00 is shorter than Recovery:Interval and Recovery:Patience together, 00:11:00. Example: Recovery:LookBack=12:00:00", "00:10:00")]
    [InlineData("Recovery:Interval", "-00:05:00", "-00:05:00 is not between 00:00:00 and 1.00:00:00. Example: Recovery:Interval=00:05:00")]
    [InlineData("Recovery:Interval", "5.00:00:00", "5.00:00:00 is not between 00:00:00 and 1.00:00:00. Example: Recovery:Interval=00:05:00")]
    [InlineData("Recovery:Patience", "00:00:00", "00:00:00 is not between 00:00:01 and 01:00:00. Example: Recovery:Patience=00:01:00")]
    [InlineData("Recovery:Patience", "-00:01:00", "-00:01:00 is not between 00:00:01 and 01:00:00. Example: Recovery:Patience=00:01:00")]
    public void A_wrong_value_is_told_with_its_key_and_an_example(string key, string value, string wrong, string interval = "00:05:00") =>
        Should.Throw<OptionsValidationException>(() => Options(("Recovery:Interval", interval), (key, value))).Message.ShouldBe($"{key}: {wrong}");

    [Fact]
    public void The_values_by_default_and_those_at_the_bounds_may_stand()
    {
        Options().LookBack.ShouldBe(TimeSpan.FromHours(12));
        Options(("Recovery:LookBack", "6.00:00:00"), ("Recovery:Interval", "00:00:00"), ("Recovery:Patience", "00:00:01")).Interval.ShouldBe(TimeSpan.Zero);
        Options(("Recovery:LookBack", "2.00:00:00"), ("Recovery:Interval", "1.00:00:00"), ("Recovery:Patience", "01:00:00")).Patience.ShouldBe(TimeSpan.FromHours(1));
    }

    private static RecoveryOptions Options(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Reverse().DistinctBy(s => s.Key).Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build();
        return new ServiceCollection().AddBot(configuration).BuildServiceProvider().GetRequiredService<IOptions<RecoveryOptions>>().Value;
    }
}
