using System.Text;

namespace OutletBot.Fuzz.Bodies;

/// <summary>Makes bodies by spoiling good ones. The same seed and number always make the same body.</summary>
internal static class BodyMaker
{
    private const int Longest = 256 * 1024;

    public static byte[] Make(int seed, long number)
    {
        var random = new Random(HashOf(seed, number));
        var tree = JsonTree.Parse(Pick(random, Seeds.All));
        for (var times = random.Next(4); times > 0; times--) Spoil(random, tree);
        var body = Encoding.UTF8.GetBytes(tree.ToString());
        if (random.Next(10) < 3)
            for (var times = random.Next(1, 4); times > 0; times--) body = Spoil(random, body);
        return body.Length > Longest ? body[..Longest] : body;
    }

    private static void Spoil(Random random, JsonTree tree)
    {
        JsonTree[] values = [.. tree.All()];
        var value = values[random.Next(values.Length)];
        var member = value.Members.Count > 0 ? random.Next(value.Members.Count) : -1;
        switch (random.Next(7))
        {
            case 0 when member >= 0: value.Remove(member); break;
            case 1 when member >= 0: value.Rename(member, Pick(random, Seeds.Names)); break;
            case 2 when member >= 0: value.Rename(member, Hostile(random).Trim('"')); break;
            case 3 when member >= 0: value.Add(value.Members[member].Name, JsonTree.Raw(Hostile(random))); break;
            case 4: value.Add(Pick(random, Seeds.Names), JsonTree.Raw(Hostile(random))); break;
            case 5 when member >= 0: Multiply(random, value, member); break;
            default: value.Become(Hostile(random)); break;
        }
    }

    private static void Multiply(Random random, JsonTree value, int member)
    {
        var (name, copied) = value.Members[member];
        var text = copied.ToString();
        for (var times = Math.Min(random.Next(2, 400), Longest / (text.Length + name.Length + 4)); times > 0; times--) value.Add(name, JsonTree.Raw(text));
    }

    private static byte[] Spoil(Random random, byte[] body)
    {
        if (body.Length == 0) return body;
        var at = random.Next(body.Length);
        var length = Math.Min(random.Next(1, 40), body.Length - at);
        switch (random.Next(6))
        {
            case 0:
                body[at] = (byte)random.Next(256);
                return body;
            case 1: return body[..at];
            case 2: return [.. body[..at], .. body[(at + length)..]];
            case 3: return [.. body[..(at + length)], .. body[at..]];
            case 4:
                var noise = new byte[length];
                random.NextBytes(noise);
                return [.. body[..at], .. noise, .. body[at..]];
            default: return [.. "\uFEFF"u8, .. body];
        }
    }

    private static string Hostile(Random random) => Pick(random, HostileValues.All);

    private static string Pick(Random random, IReadOnlyList<string> from) => from[random.Next(from.Count)];

    // HashCode differs from process to process, and a body must be made again in another.
    private static int HashOf(int seed, long number)
    {
        var mixed = unchecked(((ulong)seed * 0x9E3779B97F4A7C15) ^ ((ulong)number * 0xD1B54A32D192ED03));
        return (int)(unchecked((mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9) >> 33);
    }
}
