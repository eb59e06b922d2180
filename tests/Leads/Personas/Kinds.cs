namespace OutletBot.Leads;

/// <summary>The kinds of leads, by name.</summary>
internal static class Kinds
{
    public static readonly IReadOnlyDictionary<string, Func<Person, Random, Persona>> All = new SortedDictionary<string, Func<Person, Random, Persona>>(StringComparer.Ordinal)
    {
        ["changes-mind"] = (me, chance) => new ChangesMind(me, chance),
        ["chatty"] = (me, chance) => new Chatty(me, chance),
        ["confused"] = (me, chance) => new Confused(me, chance),
        ["hostile"] = (me, chance) => new Hostile(me, chance),
        ["hurried"] = (me, chance) => new Hurried(me, chance),
        ["price-shopper"] = (me, chance) => new PriceShopper(me, chance),
        ["silent"] = (me, chance) => new Silent(me, chance),
        ["spanglish"] = (me, chance) => new Persona(me, chance),
    };
}

/// <summary>Says at once what they know will be asked.</summary>
internal sealed class Hurried(Person me, Random chance) : Persona(me, chance)
{
    public override Said Open()
    {
        var first = Together(Say("open"), Say("intro", Me.Name, Ask.Name));
        return Me.IsPatient ? Together(first, Say("treatment", null, Ask.Treatment)) : Together(first, Say("business", null, Ask.Business));
    }

    protected override Said Answer(Heard heard) =>
        heard.Ask == Ask.Budget && Chance.Next(2) == 0 ? Together(base.Answer(heard), Say("email", Email, Ask.Email)) : base.Answer(heard);
}

/// <summary>Tells about the day, in many small messages.</summary>
internal sealed class Chatty(Person me, Random chance) : Persona(me, chance)
{
    public override Said Open() => Together(Say("open"), Say("tangent"));

    protected override Said Answer(Heard heard) => Chance.Next(3) switch
    {
        0 when heard.Ask is not (Ask.Name or Ask.Slot or Ask.Yes) => Together(Say("tangent"), base.Answer(heard)),
        1 when heard.Ask is not (Ask.Slot or Ask.Yes or Ask.Email) => new(string.Join(", ", Together(base.Answer(heard), Say("thanks")).Fragments)) { Gives = base.Answer(heard).Gives },
        _ => base.Answer(heard),
    };
}

/// <summary>Wants the price before anything else, and now and then has too little money.</summary>
internal sealed class PriceShopper(Person me, Random chance) : Persona(me, chance)
{
    private readonly bool _poor = !me.IsPatient && chance.Next(2) == 0;
    private int _asked;

    public override IReadOnlyCollection<Ending> Expected => [_poor ? Ending.Nurture : Ending.Booked];

    protected override int Budget => _poor ? 120 : base.Budget;

    public override Said Open() => Together(Say("open"), Say("price"));

    protected override Said Answer(Heard heard)
    {
        if (_asked >= 2 || Chance.Next(3) > 0) return base.Answer(heard);
        _asked++;
        return Say("price");
    }
}

/// <summary>Does not understand at first.</summary>
internal sealed class Confused(Person me, Random chance) : Persona(me, chance)
{
    private readonly HashSet<Ask> _puzzled = [];

    protected override Said Answer(Heard heard) =>
        heard.Ask is not Ask.Yes && _puzzled.Count < 3 && Chance.Next(2) == 0 && _puzzled.Add(heard.Ask) ? Say("confused") : base.Answer(heard);
}

/// <summary>Is rude, and wants to be left alone; writes on all the same.</summary>
internal sealed class Hostile(Person me, Random chance) : Persona(me, chance)
{
    private readonly int _patience = chance.Next(1, 4);
    private int _turns;

    public override IReadOnlyCollection<Ending> Expected => [Ending.OptedOut];

    public override Said? Next(Heard heard)
    {
        if (heard.Says("optOut")) return Say("later") with { WantsSilence = true };
        return ++_turns >= _patience ? Say("stop") : Chance.Next(2) == 0 ? Say("insult") : base.Next(heard);
    }
}

/// <summary>Is gone after a few answers.</summary>
internal sealed class Silent(Person me, Random chance) : Persona(me, chance)
{
    private int _answers = chance.Next(0, 4);

    public override IReadOnlyCollection<Ending> Expected => [Ending.Open];

    public override Said? Next(Heard heard) => _answers-- > 0 ? base.Next(heard) : null;
}

/// <summary>Pays more after all, mistypes the address, moves the appointment, and sometimes cancels it.</summary>
internal sealed class ChangesMind(Person me, Random chance) : Persona(me, chance)
{
    private readonly bool _payMore = !me.IsPatient && chance.Next(2) == 0;
    private readonly bool _mistype = chance.Next(2) == 0;
    private readonly bool _cancel = chance.Next(3) == 0;
    private bool _corrected;
    private bool _moved;

    public override IReadOnlyCollection<Ending> Expected => [_cancel ? Ending.Open : Ending.Booked];

    protected override int Budget => _payMore ? 150 : base.Budget;

    protected override string Email => _mistype ? $"x{Me.Email}" : Me.Email;

    public override Said? Next(Heard heard)
    {
        if (heard.Says("nurture")) return Say("more", $"{Me.Budget}", Ask.Budget);
        if (heard.Ask == Ask.Slot && _mistype && !_corrected)
        {
            _corrected = true;
            return Say("newEmail", Me.Email, Ask.Email);
        }

        if (heard.Says("booked") && !_moved)
        {
            _moved = true;
            return Say("move");
        }

        return heard.Says("moved") && _cancel ? Say("cancel") : base.Next(heard);
    }
}
