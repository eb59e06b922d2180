namespace OutletBot.Understanding;

/// <summary>What a verb says in a lead's mouth, as far as it matters here.</summary>
[Flags]
internal enum Sense
{
    None = 0,

    /// <summary>Owning or running: tener, manejar, have, run.</summary>
    Have = 1,

    /// <summary>Beginning a business: abrir, montar, open, start.</summary>
    Found = 2,

    /// <summary>Being: soy, es, am.</summary>
    Be = 4,

    /// <summary>Working at something: dedicarse, trabajar, work.</summary>
    Work = 8,

    /// <summary>Doing a trade: vender, instalar, limpiar, sell, fix.</summary>
    Trade = 16,

    /// <summary>Wishing: querer, necesitar, buscar, want, hope.</summary>
    Want = 32,

    /// <summary>Suffering: batallar, perder, faltar, struggle, lose.</summary>
    Struggle = 64,

    /// <summary>Getting less: bajar, caer, drop, slow down.</summary>
    Fall = 128,

    /// <summary>What comes to a business that does well: llegar, conseguir, funcionar, come, get, convert.</summary>
    Come = 256,

    /// <summary>Getting more: crecer, llenar, mejorar, grow, fill.</summary>
    Grow = 512,

    /// <summary>Talking about the talk: decir, explicar, entender, tell, ask.</summary>
    Speak = 1024,

    /// <summary>Being able or about to: poder, lograr, can, will.</summary>
    Can = 2048,

    /// <summary>Knowing how: saber, know.</summary>
    Know = 4096,
}

/// <summary>Who does what a verb says, or its form without a person. Spellings that can be several bear several.</summary>
[Flags]
internal enum Person
{
    None = 0,
    First = 1,
    Second = 2,
    Third = 4,
    Infinitive = 8,
    Gerund = 16,
    Participle = 32,

    /// <summary>Any person: English verbs show none.</summary>
    Plain = 64,

    Finite = First | Second | Third | Plain,
}

/// <summary>A form of a verb.</summary>
/// <param name="Sense">What it says.</param>
/// <param name="Person">Who does it.</param>
internal readonly record struct Verb(Sense Sense, Person Person)
{
    public bool Is(Sense sense) => (Sense & sense) != Sense.None;

    public bool Is(Person person) => (Person & person) != Person.None;
}
