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

    [Fact]
    public void A_later_value_corrects_an_earlier_one_in_every_field()
    {
        var known = new Lead { Name = "Carlos", BusinessType = "bar", Problem = "p", Goal = "g", MonthlyBudgetUsd = 500, Email = "c@example.com" };
        var later = new Lead { Name = "Juan", BusinessType = "fonda", Problem = "q", Goal = "h", MonthlyBudgetUsd = 600, Email = "j@example.com" };

        known.With(later).ShouldBe(later);
    }

    [Theory]
    [InlineData("Ana López", "Ana", "Ana López")]
    [InlineData("Ana López", "ana lopez", "Ana López")]
    [InlineData("Ana", "Ana López", "Ana López")]
    [InlineData("Ana López", "Ana Pérez", "Ana Pérez")]
    [InlineData("Anabel", "Ana", "Ana")]
    [InlineData(null, "Ana", "Ana")]
    public void A_part_of_the_name_that_is_known_corrects_nothing(string? known, string said, string name) =>
        new Lead { Name = known }.With(new Lead { Name = said }).Name.ShouldBe(name);
}
