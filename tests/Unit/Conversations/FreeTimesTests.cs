using CsCheck;
using OutletBot.Conversations;

namespace OutletBot.Unit.Conversations;

public sealed class FreeTimesTests
{
    [Fact]
    public void Times_are_read_as_they_were_written() => Gen.Int[1, 100].Array[0, 400].Sample(steps =>
    {
        var at = DateTimeOffset.UnixEpoch.AddDays(20_000);
        var times = steps.Select(step => at = at.AddMinutes(15 * (step % 7))).ToArray();

        FreeTimes.Read(new FreeTimes(times).Write()).Times.ShouldBe(times.Take(FreeTimes.KeptAtMost));
    });

    [Fact]
    public void A_week_of_half_hours_takes_little_room()
    {
        var week = Enumerable.Range(0, 7).SelectMany(day => Enumerable.Range(0, 16).Select(half => DateTimeOffset.UnixEpoch.AddDays(20_000 + day).AddHours(15).AddMinutes(30 * half)));

        new FreeTimes([.. week]).Write().Length.ShouldBeLessThan(150);
    }
}
