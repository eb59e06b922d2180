namespace OutletBot.Simulator.Faults;

/// <summary>The faults that are switched on.</summary>
internal sealed class FaultBook
{
    /// <summary>Names a fault for one request: <c>kind</c>, or <c>kind:number</c> with its status or milliseconds.</summary>
    public const string Header = "X-Simulator-Fault";

    public static readonly IReadOnlySet<string> Kinds = new HashSet<string>(StringComparer.Ordinal)
    {
        "latency", "status", "hang", "reset", "effectThenReset", "rateLimit", "body", "refusal", "length", "contentFilter", "malformed", "quota",
    };

    private readonly List<(FaultRule Rule, int Struck)> rules = [];
    private readonly Lock gate = new();
    private Random chance = new(1);
    private int count;

    public IReadOnlyList<FaultRule> All()
    {
        lock (gate)
            return [.. rules.Select(one => one.Rule)];
    }

    public void Replace(IEnumerable<FaultRule> with)
    {
        lock (gate)
        {
            rules.Clear();
            chance = new Random(1);
            foreach (var rule in with)
                rules.Add((Named(rule), 0));
        }
    }

    public FaultRule Add(FaultRule rule)
    {
        lock (gate)
        {
            var named = Named(rule);
            rules.RemoveAll(one => one.Rule.Id == named.Id);
            rules.Add((named, 0));
            return named;
        }
    }

    public void Remove(string id)
    {
        lock (gate)
            rules.RemoveAll(one => one.Rule.Id == id);
    }

    /// <summary>The faults that strike this request, each counted as struck.</summary>
    public IReadOnlyList<FaultRule> Strike(string target, HttpRequest request, string? locationId)
    {
        if (request.Headers.TryGetValue(Header, out var header))
            return [Parse(header.ToString())];

        lock (gate)
        {
            if (rules.Count == 0)
                return [];

            List<FaultRule> struck = [];
            for (var at = 0; at < rules.Count; at++)
            {
                var (rule, times) = rules[at];
                if (!Applies(rule, target, request, locationId) || (rule.Probability is { } probability && chance.NextDouble() >= probability))
                    continue;

                struck.Add(rule);
                rules[at] = (rule, times + 1);
            }

            rules.RemoveAll(one => one.Rule.Times is { } times && one.Struck >= times);
            return struck;
        }
    }

    private static bool Applies(FaultRule rule, string target, HttpRequest request, string? locationId) =>
        rule.Target == target
        && (rule.Method is null || string.Equals(rule.Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (rule.PathContains is null || (request.Path.Value ?? "").Contains(rule.PathContains, StringComparison.OrdinalIgnoreCase))
        && (rule.LocationId is null || rule.LocationId == locationId);

    private static FaultRule Parse(string header)
    {
        var parts = header.Split(':', 2);
        int? number = parts.Length == 2 && int.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        return parts[0] == "latency"
            ? new FaultRule { Kind = "latency", LatencyMs = number ?? 1000 }
            : new FaultRule { Kind = parts[0], Status = number, RetryAfter = parts[0] == "rateLimit" ? number : null };
    }

    private FaultRule Named(FaultRule rule) => rule.Id.Length > 0 ? rule : rule with { Id = $"fault-{++count}" };
}
