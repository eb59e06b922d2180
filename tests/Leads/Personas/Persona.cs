namespace OutletBot.Leads;

/// <summary>How a lead ends in the CRM.</summary>
internal enum Ending
{
    Open,
    Booked,
    Nurture,
    OptedOut,
    HandedOff,
}

/// <summary>
/// A small state machine that answers what it is asked, truthfully and in its own manner. Kinds of leads differ in what they
/// do before, beside and after that.
/// </summary>
internal class Persona(Person me, Random chance)
{
    private bool _thanked;
    private IReadOnlyList<Offered> _times = [];

    public Person Me => me;

    /// <summary>How such a lead should end.</summary>
    public virtual IReadOnlyCollection<Ending> Expected => [Ending.Booked];

    protected Random Chance => chance;

    /// <summary>What the lead can pay, as long as it does not change its mind.</summary>
    protected virtual int Budget => me.Budget;

    protected virtual string Email => me.Email;

    public virtual Said Open() => Say("open");

    /// <summary>Looks at a message before answering it: a list stays on the screen.</summary>
    public void Look(Heard heard)
    {
        if (heard.Times.Count > 0) _times = heard.Times;
    }

    /// <summary>What the lead writes next; null when it has nothing more to say.</summary>
    public virtual Said? Next(Heard heard)
    {
        if (heard.Says("optOut", "notInterested", "human", "handOver", "noTimes", "bookingFailed", "cancelled", "farewell", "bookedAgain", "nurtureAgain")) return null;
        if (heard.Says("booked", "moved", "nurture")) return Thanks();
        return heard.Ask is Ask.Nothing or Ask.Unknown ? null : Answer(heard);
    }

    protected Said? Thanks()
    {
        if (_thanked) return null;
        _thanked = true;
        return Say("thanks");
    }

    /// <summary>The truth, to what is asked.</summary>
    protected virtual Said Answer(Heard heard) => heard.Ask switch
    {
        Ask.Name => Say("name", me.Name, Ask.Name),
        Ask.Business => Say("business", null, Ask.Business),
        Ask.Problem => Say("problem", null, Ask.Problem),
        Ask.Goal => Say("goal", null, Ask.Goal),
        Ask.Budget => Say("budget", $"{Budget}", Ask.Budget),
        Ask.Email => Say("email", Email, Ask.Email),
        Ask.Treatment => Say("treatment", null, Ask.Treatment),
        Ask.Insurance => Say("insurance", null, Ask.Insurance),
        Ask.Slot => Choose(),
        _ => Say("yes"),
    };

    protected Said Choose()
    {
        if (_times.Count == 0) return Say("confused");
        var time = _times[chance.Next(_times.Count)];
        var asOrdinal = chance.Next(3) == 0 && _times.Count == _times[^1].Number;
        return (asOrdinal ? new Said(Typing.Careless(Wordings.Ordinal(time.Number, me), chance)) : Say("number", $"{time.Number}")) with { Chooses = time };
    }

    protected Said Say(string what, string? value = null, params IReadOnlyList<Ask> gives) =>
        new(Typing.Careless(Wordings.Pick(what, me, chance, value), chance, me.First, "@")) { Gives = gives };

    /// <summary>Several in one breath, a fragment each.</summary>
    protected static Said Together(params IReadOnlyList<Said> parts) =>
        new([.. parts.SelectMany(part => part.Fragments)]) { Gives = [.. parts.SelectMany(part => part.Gives)], Chooses = parts.Select(part => part.Chooses).LastOrDefault(time => time is not null) };
}
