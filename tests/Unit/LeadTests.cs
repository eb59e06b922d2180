using OutletBot.Conversations;

namespace OutletBot.Unit;

public sealed class LeadTests
{
    [Fact]
    public void An_empty_value_corrects_nothing()
    {
        var known = new Lead { Name = "Carlos", MonthlyBudgetUsd = 500 };

        known.With(new Lead { MonthlyBudgetUsd = 400 }).ShouldBe(new Lead { Name = "Carlos", MonthlyBudgetUsd = 400 });
    }
}
