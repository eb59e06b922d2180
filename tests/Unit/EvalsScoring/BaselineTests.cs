using OutletBot.Evals;

namespace OutletBot.Unit.EvalsScoring;

public sealed class BaselineTests
{
    private static readonly Dictionary<string, double> Old = new() { ["a"] = 0.9, ["b"] = 0.5 };

    [Fact]
    public void A_figure_that_fell_is_told() =>
        Baseline.Fallen(Old, new Dictionary<string, double> { ["a"] = 0.89, ["b"] = 0.6 }).ShouldBe(["a: 0.8900, was 0.9000"]);

    [Fact]
    public void A_figure_that_is_gone_is_told() =>
        Baseline.Fallen(Old, new Dictionary<string, double> { ["a"] = 0.9 }).ShouldBe(["b: missing, was 0.5000"]);

    [Fact]
    public void A_new_figure_is_no_fall() =>
        Baseline.Fallen(Old, new Dictionary<string, double> { ["a"] = 0.9, ["b"] = 0.5, ["c"] = 0 }).ShouldBeEmpty();
}
