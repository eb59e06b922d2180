using CsCheck;
using NodaTime;
using OutletBot.Conversations;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Unit.Conversations;
using OutletBot.Unit.Playbooks;

namespace OutletBot.Unit.FollowUps;

/// <summary>What holds of every silence, whatever is configured, whenever it begins and however late the process wakes.</summary>
public sealed class FollowUpPropertyTests
{
    private static readonly string[] Quiet = ["", "21:00-08:00", "13:00-15:30, 20:00-09:00", "00:00-07:00, 23:00-00:00", "01:30-02:30", "08:00-21:00"];

    private static readonly string[] Zones = ["America/Chicago", "Europe/Madrid", "America/Mexico_City", "Australia/Lord_Howe"];

    private static readonly Gen<Silence> Silences = Gen.Select(
        Gen.Int[1, 60 * 72].Array[0, 4],
        Gen.Int[0, Quiet.Length - 1],
        Gen.Int[0, Zones.Length - 1],
        Gen.Long[0, 365L * 24 * 3600],
        Gen.Enum<Channel>(),
        Gen.Int[0, 3],
        Gen.Int[0, 600].Array[6],
        (plan, quiet, zone, seconds, channel, ways, late) => new Silence(
            [.. plan.Distinct().Order().Select(minutes => TimeSpan.FromMinutes(minutes))],
            Quiet[quiet],
            Zones[zone],
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds),
            channel,
            ways,
            [.. late.Select(minutes => TimeSpan.FromMinutes(minutes < 400 ? 0 : minutes - 400))]));

    [Fact]
    public void No_nudge_is_said_in_quiet_hours() =>
        Sample((silence, said) => QuietHoursTests.IsQuiet(silence.Quiet, silence.Zone, Instant.FromDateTimeOffset(said.Since)).ShouldBeFalse($"{said.Since:O}"));

    [Fact]
    public void No_nudge_may_still_leave_once_quiet_hours_have_begun() => Sample((silence, said) =>
    {
        for (var at = said.Since; at < said.Until; at = at.AddMinutes(1))
            QuietHoursTests.IsQuiet(silence.Quiet, silence.Zone, Instant.FromDateTimeOffset(at)).ShouldBeFalse($"{at:O}");
    }, iter: 200);

    [Fact]
    public void No_free_text_goes_out_on_WhatsApp_outside_of_its_window() => Sample((silence, said) =>
    {
        if (said is SendReply { Channel: Channel.WhatsApp }) said.Until!.Value.ShouldBeLessThan(silence.Start + TimeSpan.FromHours(24));
        if (said is StartWorkflow) silence.Ways.ShouldBeInRange(2, 3);
        if (said is SendReply { Channel: Channel.Sms } && silence.Channel == Channel.WhatsApp) silence.Ways.ShouldBe(1);
    });

    [Fact]
    public void Nobody_is_nudged_more_often_than_planned_nor_before() => Silences.Sample(silence =>
    {
        var said = Play(silence);
        said.Count.ShouldBeLessThanOrEqualTo(silence.Plan.Count);
        for (var i = 0; i < said.Count; i++) said[i].Since.ShouldBeGreaterThanOrEqualTo(silence.Start + silence.Plan[i]);
        said.Select(effect => effect.Id).Distinct().Count().ShouldBe(said.Count);
    }, iter: 2_000);

    [Fact]
    public void Where_nothing_stands_against_it_each_step_of_the_plan_is_said_when_it_is_due() => Silences.Sample(silence =>
    {
        var open = silence with { Quiet = "", Channel = Channel.Sms, Late = [TimeSpan.Zero] };
        Play(open).Select(said => said.Since).ShouldBe(open.Plan.Select(step => open.Start + step));
    }, iter: 2_000);

    private static void Sample(Action<Silence, Effect> holds, int iter = 2_000) => Silences.Sample(silence =>
    {
        foreach (var said in Play(silence)) holds(silence, said);
    }, iter: iter);

    /// <summary>A lead says hello and no more; the process wakes when it should, or later.</summary>
    private static List<Effect> Play(Silence silence)
    {
        var talk = new Talk
        {
            Now = silence.Start,
            Location = Samples.Location("agency") with
            {
                TimeZone = silence.Zone,
                FollowUps = new()
                {
                    Plan = silence.Plan,
                    QuietHours = QuietHours.TryParse(silence.Quiet, out var quiet) ? quiet : throw new FormatException(silence.Quiet),
                    SmsOutsideWindow = (silence.Ways & 1) != 0,
                    TemplateWorkflowId = (silence.Ways & 2) != 0 ? "wf" : null,
                },
            },
        };
        talk.State = talk.State with { Channel = silence.Channel };
        talk.Lead("hola", Readings.Of(Intent.Greeting));
        var before = talk.Done.Count;
        for (var wake = 0; talk.State.NextFollowUp(talk.Setting) is { } next; wake++)
        {
            wake.ShouldBeLessThan(20, "a wake-up leads nowhere");
            next.At.ShouldBeGreaterThanOrEqualTo(talk.Now);
            talk.Now = next.At + silence.Late[wake % silence.Late.Count];
            talk.Waits(TimeSpan.Zero);
        }

        return [.. talk.Done.Skip(before)];
    }

    /// <param name="Ways">Bit 0: SMS outside of the window; bit 1: a template.</param>
    private sealed record Silence(IReadOnlyList<TimeSpan> Plan, string Quiet, string Zone, DateTimeOffset Start, Channel Channel, int Ways, IReadOnlyList<TimeSpan> Late)
    {
        public override string ToString() =>
            $"plan {string.Join(' ', Plan)}; quiet {Quiet}; {Zone}; {Start:O}; {Channel}; ways {Ways}; late {string.Join(' ', Late)}";
    }
}
