using Shouldly;
using Xunit;

[assembly: CaptureConsole]

namespace OutletBot.Leads;

public sealed class LeadsTests
{
    [Fact]
    public async Task Whatever_leads_are_like_no_rule_of_the_conversation_is_broken()
    {
        var run = await LeadsRun.RunAsync(new() { Leads = 40, Seed = 1, AtOnce = 20 });

        run.Violations.ShouldBeEmpty();
        run.Leads.Count(lead => lead.AsExpected).ShouldBeGreaterThanOrEqualTo(36);
        run.Leads.Sum(lead => lead.AskedAgain).ShouldBeLessThanOrEqualTo(run.Leads.Sum(lead => lead.Replies) / 20);
    }
}
