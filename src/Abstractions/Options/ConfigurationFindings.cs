using Microsoft.Extensions.Options;
using NodaTime;
using OutletBot.Playbooks;

namespace OutletBot.Options;

/// <summary>Collects what is wrong with a section, each line naming the key, what is wrong, and an example.</summary>
internal sealed class ConfigurationFindings
{
    private static readonly Dictionary<string, string> Examples = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Agent:ApiKey"] = "sk-...",
        ["Agent:BaseUrl"] = "https://api.openai.com/v1",
        ["Agent:Model"] = "gpt-4o-mini",
        ["Agent:Deadline"] = "00:00:20",
        ["Agent:Name"] = "María",
        ["Agent:BusinessFactsFile"] = "facts.md",
        ["Agent:Price:InputPerMillion"] = "0.15",
        ["Agent:Price:CachedInputPerMillion"] = "0.075",
        ["Agent:Price:OutputPerMillion"] = "0.60",
        ["Agent:Price:TranscriptionPerMinute"] = "0.006",
        ["Agent:Budget:PerConversation"] = "1",
        ["Agent:Budget:PerLocationPerDay"] = "5",
        ["Agent:Budget:PerDay"] = "20",
        ["Cluster:ClusterId"] = "outletbot",
        ["Cluster:ServiceId"] = "outletbot",
        ["Cluster:AdvertisedAddress"] = "10.0.0.5",
        ["Cluster:SiloPort"] = "11111",
        ["Cluster:GatewayPort"] = "30000",
        ["Conversation:Playbook"] = "dental-clinic",
        ["Conversation:QuietPeriod"] = "00:00:03",
        ["Conversation:MaxWait"] = "00:00:12",
        ["Conversation:MinimumBudget"] = "300",
        ["Conversation:TimeZone"] = "America/Chicago",
        ["Conversation:Language"] = "es",
        ["Conversation:SlotCount"] = "5",
        ["Conversation:DaysAhead"] = "7",
        ["Conversation:SlotDuration"] = "00:30:00",
        ["Conversation:HandOffTimeout"] = "1.00:00:00",
        ["Crm:LocationId"] = "ve9EPM428h8vShlRW1KT",
        ["Crm:RequestsPer10Seconds"] = "100",
        ["Crm:Timeout"] = "00:00:15",
        ["Gateway:CoHosted"] = "true",
        ["Gateway:DrainFor"] = "00:00:05",
        ["Gateway:TrustedProxies"] = "10.0.0.0/8",
        ["Operators:User"] = "ana",
        ["Operators:Password"] = "a-long-random-password",
        ["Recovery:Interval"] = "00:05:00",
        ["Recovery:LookBack"] = "12:00:00",
        ["Recovery:Patience"] = "00:01:00",
        ["Simulator:Enabled"] = "false",
        ["Webhooks:Secret"] = "a-long-random-secret",
        ["Webhooks:GhlPublicKeys:0"] = "MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=",
        ["Webhooks:AllowUnsigned"] = "false",
        ["Webhooks:RequestsPer10Seconds"] = "100000",
        ["Webhooks:LocationRequestsPer10Seconds"] = "100000",
        ["Webhooks:BodyTimeout"] = "00:00:10",
        ["Webhooks:BodyMemory"] = "33554432",
        ["Webhooks:CommitTimeout"] = "00:00:05",
    };

    private readonly List<string> lines = [];

    /// <summary>What the options framework is told.</summary>
    public ValidateOptionsResult Result => lines.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(lines);

    /// <summary>The line for one key.</summary>
    public static string Line(string key, string wrong, string? example = null)
    {
        var flat = FlatConfiguration.FlatNameOf(key) is { } name ? $" (or {name})" : "";
        // A location's own value looks like the default's.
        var last = key[(key.LastIndexOf(':') + 1)..];
        example ??= Examples.GetValueOrDefault(key)
            ?? (key.StartsWith($"{LocationOptions.Section}:", StringComparison.OrdinalIgnoreCase) ? Examples.GetValueOrDefault($"Conversation:{last}") : null);
        return $"{key}{flat}: {wrong}.{(example is null ? "" : $" Example: {key}={example}")}";
    }

    public void Add(string key, string wrong, string? example = null) => lines.Add(Line(key, wrong, example));

    public void Required(string key, string? value) => Check(!string.IsNullOrWhiteSpace(value), key, "must not be empty");

    public void HttpUrl(string key, string? value) => Check(
        Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps),
        key,
        $"'{value}' is not an absolute http(s) address");

    public void Between<T>(string key, T value, T least, T most) where T : IComparable<T> => Check(
        value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0, key, FormattableString.Invariant($"{value} is not between {least} and {most}"));

    public void TimeZone(string key, string? value, string? example = null)
    {
        if (value is null || DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) is null) Add(key, $"'{value}' is not an IANA time zone", example);
        else Check(TimeZoneInfo.TryFindSystemTimeZoneById(value, out _), key, $"the system has no data of time zone '{value}' (its package is mostly named tzdata)", example);
    }

    /// <summary>A playbook's own lines name its file, the key in it, and an example.</summary>
    public void Playbook(string key, string? value)
    {
        Required(key, value);
        if (!string.IsNullOrWhiteSpace(value)) lines.AddRange(PlaybookSource.Read(value.Trim()).Faults.Select(fault => $"{key}: {fault}"));
    }

    public void Language(string key, string? value, string? example = null) =>
        Check(value is "es" or "en", key, $"'{value}' is not a language María speaks, es or en", example);

    public void Check(bool right, string key, string wrong, string? example = null)
    {
        if (!right) Add(key, wrong, example);
    }
}
