using OutletBot.Conversations;
using OutletBot.FollowUps;

namespace OutletBot.Replay;

internal sealed partial class Player
{
    /// <summary>What the transcript has in place of a template's words.</summary>
    private const string Template = "[template]";

    /// <summary>Plays what was said unasked, by what GHL showed then. With another plan nothing may be due at that time.</summary>
    private ReplayedTurn FollowUp(TurnGrounds grounds, Sight sight)
    {
        var setting = SettingAt(grounds);
        var done = _rehearsal.Done.Count;
        _rehearsal.State = _rehearsal.State.Begun();
        if (_rehearsal.State.NextFollowUp(setting) is { } due && due.At <= setting.Now)
        {
            var said = _rehearsal.State.Looked(due, sight, setting).FollowUp(setting);
            _rehearsal.State = IsHeldBack(grounds) ? said.WithoutFollowUps(_ => false) : said;
            _rehearsal.Finish(setting);
        }

        var now = Now(_rehearsal.State, done);
        var template = _rehearsal.Done.Skip(done).Any(effect => effect is StartWorkflow);
        return new(grounds.At, ["(silence)"], Then(grounds), template ? now with { Replies = [Template] } : now);
    }

    /// <summary>Whether it was held back before it left, as the lead wrote.</summary>
    private bool IsHeldBack(TurnGrounds grounds) => grounds.Conclusion is { } concluded && _record.Replies(concluded.Turn).Count == 0;
}
