using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.Inbox;

namespace OutletBot.Unit.Conversations;

/// <summary>Whose message silences the bot: a person's, and nobody else's.</summary>
public sealed class SendersTests
{
    [Theory]
    [InlineData("app", null, true)]
    [InlineData("app", "luis", true)]
    [InlineData(null, "luis", true)]
    [InlineData("mobile", "luis", true)]
    [InlineData(null, null, false)]
    [InlineData("api", "luis", false)]
    [InlineData("workflow", "luis", false)]
    [InlineData("campaign", "luis", false)]
    [InlineData("bulk_actions", "luis", false)]
    public void A_person_is_known_by_the_app_or_by_name_where_no_machine_wrote(string? source, string? user, bool person) =>
        Message(source, user, inbound: false).IsByPerson().ShouldBe(person);

    [Fact]
    public void The_lead_is_no_person_of_the_agency() => Message("app", null, inbound: true).IsByPerson().ShouldBeFalse();

    private static CrmMessage Message(string? source, string? user, bool inbound) => new("g1", inbound, "hola", Talk.Monday, source, user, Channel.Sms, Failed: false);
}
