using CsCheck;

namespace OutletBot.Unit;

public sealed class CasesTests
{
    [Fact]
    public void As_many_cases_are_played_as_are_asked_for()
    {
        var played = 0;
        Gen.Int.Hold(_ => Interlocked.Increment(ref played), many: 500);

        played.ShouldBe(Environment.GetEnvironmentVariable("OUTLETBOT_CASES") is { Length: > 0 } most ? Math.Min(500, int.Parse(most)) : 500);
    }

    [Fact]
    public void A_failure_names_its_seed_and_ends_after_a_few_tries_for_a_smaller_case()
    {
        var failing = 0;
        var failure = Should.Throw<CsCheckException>(() => Gen.Int[0, int.MaxValue].Array[10, 100].Hold(
            numbers =>
            {
                if (numbers.Length < 5) return;
                Interlocked.Increment(ref failing);
                throw new InvalidOperationException("too long");
            },
            many: 100_000));

        failure.Message.ShouldContain("seed", Case.Insensitive);
        failing.ShouldBeInRange(1, Cases.Shrinks + Environment.ProcessorCount);
    }
}
