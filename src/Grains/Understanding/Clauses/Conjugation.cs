namespace OutletBot.Understanding;

/// <summary>
/// Writes out the forms of a Spanish verb from its stems, folded. Each stem takes every ending: a form that nobody says does no harm, a
/// missing one would.
/// </summary>
internal static class Conjugation
{
    private const Person Either = Person.First | Person.Third;

    private static readonly (string Ending, Person Person)[] InAr =
    [
        ("o", Either), ("as", Person.Second), ("a", Person.Third), ("amos", Person.First), ("an", Person.Third),
        ("e", Either), ("aste", Person.Second), ("aron", Person.Third), ("es", Person.Second), ("emos", Person.First), ("en", Person.Third),
        ("aba", Either), ("abas", Person.Second), ("abamos", Person.First), ("aban", Person.Third),
        ("are", Person.First), ("aras", Person.Second), ("ara", Person.Third), ("aremos", Person.First), ("aran", Person.Third),
        ("aria", Either), ("arias", Person.Second), ("ariamos", Person.First), ("arian", Person.Third),
        ("ando", Person.Gerund), ("ado", Person.Participle), ("ada", Person.Participle), ("ados", Person.Participle), ("adas", Person.Participle),
    ];

    private static readonly (string Ending, Person Person)[] InErAndIr =
    [
        ("o", Person.First), ("es", Person.Second), ("e", Person.Third), ("emos", Person.First), ("imos", Person.First), ("en", Person.Third), ("a", Either), ("as", Person.Second), ("amos", Person.First), ("an", Person.Third),
        ("i", Person.First), ("iste", Person.Second), ("io", Person.Third), ("ieron", Person.Third), ("eron", Person.Third),
        ("ia", Either), ("ias", Person.Second), ("iamos", Person.First), ("ian", Person.Third),
        ("ere", Person.First), ("eras", Person.Second), ("era", Person.Third), ("eremos", Person.First), ("eran", Person.Third), ("eria", Either), ("eriamos", Person.First), ("erian", Person.Third),
        ("ire", Person.First), ("iras", Person.Second), ("ira", Person.Third), ("iremos", Person.First), ("iran", Person.Third), ("iria", Either), ("iriamos", Person.First), ("irian", Person.Third),
        ("iendo", Person.Gerund), ("yendo", Person.Gerund), ("ido", Person.Participle), ("ida", Person.Participle),
    ];

    /// <summary>Stems of strong preterites, "tuve" and "tuvo": who is told apart the other way round.</summary>
    private static readonly string[] Strong = ["uv", "ic", "iz", "uis", "ud", "vin", "aj", "ij", "ub", "up", "uj"];

    private static readonly string[] Clitics = ["me", "te", "se", "nos", "le", "les", "lo", "la", "los", "las"];
    private static readonly string[] Requests = ["me", "nos", "melo", "mela", "melos", "melas", "noslo"];

    /// <summary>All forms of a verb given as its infinitive and its irregular stems: "tener teng tien tuv tendr".</summary>
    public static IEnumerable<(string Form, Person Person)> Of(string spec)
    {
        var words = spec.Split(' ');
        var infinitive = words[0];
        var regular = infinitive[..^2];
        var endings = infinitive.EndsWith("ar", StringComparison.Ordinal) ? InAr : InErAndIr;
        yield return (infinitive, Person.Infinitive);
        foreach (var clitic in Clitics)
            yield return (infinitive + clitic, Person.Infinitive);

        foreach (var stem in words.Skip(1).Prepend(regular))
        {
            foreach (var (ending, person) in endings)
            {
                yield return (stem + ending, ending is "e" or "o" && endings == InErAndIr && Strong.Any(end => stem.EndsWith(end, StringComparison.Ordinal)) ? Either : person);
                if (person == Person.Gerund)
                {
                    foreach (var clitic in Clitics)
                        yield return (stem + ending + clitic, person);
                }
            }

            foreach (var request in Requests)
            {
                foreach (var vowel in (string[])["a", "e", "en", "an"])
                    yield return (stem + vowel + request, Person.Second);
            }
        }
    }
}
