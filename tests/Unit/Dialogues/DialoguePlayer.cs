using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OutletBot.Conversations;
using OutletBot.Crm;
using OutletBot.FollowUps;
using OutletBot.Inbox;
using OutletBot.Playbooks;
using OutletBot.Unit.Conversations;

namespace OutletBot.Unit.Dialogues;

/// <summary>
/// Plays what a dialogue says of the lead and of the world, and writes down what follows. Lines that something is done by:
/// <code>
/// Lead: hola                       the lead writes (a new line is written as " / ")
/// Lead sends: image                something without text
/// Lead by SMS: hola                on a channel that has no window of 24 hours
/// Model: ¿Qué vendes? [problem]    what the model would answer the next message with, and the field that it asks for
/// Person: Yo te atiendo            a person writes from GHL
/// * 2 h                            so much time passes: d, h or min
/// * contact name=Ana tags=a,b      what GHL knows of the contact, read before the next message
/// * free Tue 09:00, Wed 15:00       the only free times of the calendar
/// * taken Tue 09:00                somebody else books that time
/// * refused                        GHL refuses bookings for good
/// * appointment noshow             an event of GHL's: noshow, cancelled, deleted, or a new time
/// * booked Tue 09:00               what GHL holds for the contact when it is read
/// * tags bot-off                   the contact's tags change, to none where none is named
/// * dnd on                         do-not-disturb
/// * taken over, given back         by an operator
/// * GHL shows lead 10 min: text    what GHL shows of a hand-off: by lead or person, so long after its begin
/// * form                           a lead from a Meta form is to be greeted
/// * location minimum=0 language=en the settings that a dialogue begins with
/// </code>
/// </summary>
internal sealed partial class DialoguePlayer
{
    private readonly List<string> _lines = [];
    private Talk _talk = WithFreeTimes(new Talk());
    private DateTimeOffset _handedOff;
    private (string Reply, Field? Asks)? _model;
    private int _done;

    public static Dialogue Play(Dialogue dialogue)
    {
        var player = new DialoguePlayer();
        foreach (var line in dialogue.Lines.Where(IsDone))
        {
            if (player._lines.Count > 0) player._lines.Add("");
            player._lines.Add(line);
            player.Do(line);
            player.WriteDown();
        }

        return dialogue with { Lines = player._lines };
    }

    /// <summary>Two weeks of them.</summary>
    private static Talk WithFreeTimes(Talk talk)
    {
        talk.Free.Clear();
        for (var day = 1; day <= 14; day++)
            foreach (var hour in new[] { 0, 2, 6 }) talk.Free.Add(Talk.Monday.AddDays(day).AddHours(hour));
        return talk;
    }

    private static bool IsDone(string line) =>
        line.StartsWith("* ", StringComparison.Ordinal) || Speaker().IsMatch(line);

    [GeneratedRegex("^(Lead|Lead sends|Lead by SMS|Model|Person): ")]
    private static partial Regex Speaker();

    private void Do(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var said = colon < 0 ? "" : line[(colon + 2)..].Replace(" / ", "\n", StringComparison.Ordinal);
        if (line.StartsWith("* ", StringComparison.Ordinal)) Happens(line[2..]);
        else if (line.StartsWith("Lead sends", StringComparison.Ordinal)) _talk.Sends(said);
        else if (line.StartsWith("Lead", StringComparison.Ordinal)) Write(said, line.StartsWith("Lead by SMS", StringComparison.Ordinal) ? Channel.Sms : null);
        else if (line.StartsWith("Person", StringComparison.Ordinal)) Hears(InboxEventKind.PersonMessage, text: said);
        else _model = Worded(said);
    }

    private void Write(string text, Channel? channel)
    {
        if (channel is not null) _talk.State = _talk.State with { Channel = channel };
        _talk.Lead(text, reply: _model?.Reply, replyAsks: _model?.Asks);
        _model = null;
    }

    private static (string, Field?) Worded(string said)
    {
        var field = AskedField().Match(said);
        return field.Success ? (said[..field.Index], new Field(field.Groups[1].Value)) : (said, null);
    }

    [GeneratedRegex(@" \[(\w+)\]$")]
    private static partial Regex AskedField();

    private void Happens(string what)
    {
        var words = what.Split(' ');
        switch (words[0])
        {
            case "location":
                _talk = WithFreeTimes(new Talk { Location = Located(words[1..]) });
                break;
            case "contact":
                Know(Known(words[1..]), null);
                break;
            case "booked":
                Know(new Contact { Id = "ana" }, new Appointment("a9", "cal", Time(words[1], words[2]), "confirmed"));
                break;
            case "free":
                _talk.Free.Clear();
                foreach (var time in what["free ".Length..].Split(", ")) _talk.Free.Add(Time(time[..3], time[4..]));
                break;
            case "taken" when words.Length == 3:
                _talk.Free.Remove(Time(words[1], words[2])).ShouldBeTrue(what);
                break;
            case "taken":
                Hears(InboxEventKind.TakeOver, "ana@example.com");
                break;
            case "given":
                Hears(InboxEventKind.Release);
                break;
            case "refused":
                _talk.Refusal = "The calendar is not active.";
                break;
            case "appointment":
                Hears(InboxEventKind.AppointmentChanged, JsonSerializer.Serialize(Changed(words[1..])));
                break;
            case "tags":
                Hears(InboxEventKind.TagsChanged, string.Join(',', words[1..]));
                break;
            case "dnd":
                Hears(InboxEventKind.DoNotDisturb, words[1]);
                break;
            case "form":
                _talk.Hears(_talk.Event(InboxEventKind.Greet));
                break;
            case "GHL":
                Show(words[2] == "lead", Duration(words[3], words[4].TrimEnd(':')), what[(what.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
                break;
            default:
                _talk.Waits(Duration(words[0], words[1]));
                break;
        }

        if (_talk.State.Stage != Stage.HandedOff) _handedOff = _talk.Now;
    }

    private void Hears(InboxEventKind kind, string? detail = null, string text = "") => _talk.Hears(_talk.Event(kind) with { Detail = detail, Text = text });

    private void Know(Contact contact, Appointment? appointment) =>
        _talk.State = (_talk.State.Turn == 0 ? _talk.State with { ContactRead = false } : _talk.State).Know(new ContactFacts(contact, appointment), _talk.Setting);

    private void Show(bool byLead, TimeSpan after, string text) => _talk.Meanwhile =
    [
        .. _talk.Meanwhile,
        new CrmMessage($"g{_talk.Meanwhile.Count + 1}", byLead, text, _handedOff + after, byLead ? null : "app", byLead ? null : "u1", Channel.WhatsApp, Failed: false),
    ];

    private static Dictionary<string, string> Pairs(string[] words) =>
        words.Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1].Replace('_', ' ').Replace('/', '\n'));

    private static Locations.LocationSettings Located(string[] words)
    {
        var said = Pairs(words);
        var location = new Talk().Location;
        return location with
        {
            Language = said.GetValueOrDefault("language", location.Language),
            MinimumBudget = said.TryGetValue("minimum", out var minimum) ? decimal.Parse(minimum, CultureInfo.InvariantCulture) : location.MinimumBudget,
            BusinessFacts = said.GetValueOrDefault("facts", location.BusinessFacts),
            Playbook = said.TryGetValue("playbook", out var playbook) ? PlaybookSource.BuiltIn(playbook) : location.Playbook,
        };
    }

    private static Contact Known(string[] words)
    {
        var said = Pairs(words);
        return new Contact
        {
            Id = "ana",
            Name = said.GetValueOrDefault("name"),
            Email = said.GetValueOrDefault("email"),
            BusinessType = said.GetValueOrDefault("business"),
            Problem = said.GetValueOrDefault("problem"),
            Goal = said.GetValueOrDefault("goal"),
            MonthlyBudgetUsd = said.TryGetValue("budget", out var budget) ? decimal.Parse(budget, CultureInfo.InvariantCulture) : null,
            Tags = said.TryGetValue("tags", out var tags) ? tags.Split(',') : [],
            DoNotDisturb = said.ContainsKey("dnd") ? [Channel.WhatsApp] : [],
        };
    }

    private AppointmentChange Changed(string[] words) => words switch
    {
        ["deleted"] => new(_talk.State.Appointment!.Id, "cal", null, null, Deleted: true),
        [var status] => new(_talk.State.Appointment!.Id, "cal", status, null, Deleted: false),
        _ => new(_talk.State.Appointment!.Id, "cal", "confirmed", Time(words[0], words[1]).ToUniversalTime(), Deleted: false),
    };

    private static TimeSpan Duration(string number, string unit) => double.Parse(number, CultureInfo.InvariantCulture) * unit switch
    {
        "d" => TimeSpan.FromDays(1),
        "h" => TimeSpan.FromHours(1),
        "min" => TimeSpan.FromMinutes(1),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "d, h or min."),
    };

    /// <summary>The next such day after the dialogue's Monday, or that Monday.</summary>
    private static DateTimeOffset Time(string day, string hour)
    {
        var date = Enumerable.Range(0, 7).Select(days => Talk.Monday.AddDays(days)).Single(one => one.ToString("ddd", CultureInfo.InvariantCulture) == day);
        return new(DateOnly.FromDateTime(date.Date), TimeOnly.Parse(hour, CultureInfo.InvariantCulture), date.Offset);
    }

    private void WriteDown()
    {
        foreach (var effect in _talk.Done[_done..])
        {
            if (effect is SendReply send) _lines.Add($"María: {send.Text.Replace("\n", "\n       ", StringComparison.Ordinal)}");
            _lines.Add($"  > {effect.Id} {Record.Of(effect)}");
        }

        foreach (var effect in _talk.State.Effects) _lines.Add($"  > {effect.Id} {Record.Of(effect)} (to do)");
        _done = _talk.Done.Count;
        _lines.Add($"  = {Record.Of(_talk.State, _talk.Setting)}");
    }
}
