using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace OutletBot.Options;

internal sealed class AgentRules : IValidateOptions<AgentOptions>
{
    public ValidateOptionsResult Validate(string? name, AgentOptions options)
    {
        var findings = new ConfigurationFindings();
        findings.Check(
            options.ApiKey?.Trim().Any(c => char.IsWhiteSpace(c) || !char.IsAscii(c)) is not true,
            "Agent:ApiKey", "holds blanks or letters that no key has");
        findings.HttpUrl("Agent:BaseUrl", options.BaseUrl);
        findings.Required("Agent:Model", options.Model);
        findings.Required("Agent:Name", options.Name);
        findings.Between("Agent:Deadline", options.Deadline, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5));
        findings.Between("Agent:Price:InputPerMillion", options.Price.InputPerMillion, 0, 100_000);
        findings.Between("Agent:Price:CachedInputPerMillion", options.Price.CachedInputPerMillion, 0, 100_000);
        findings.Between("Agent:Price:OutputPerMillion", options.Price.OutputPerMillion, 0, 100_000);
        findings.Between("Agent:Price:TranscriptionPerMinute", options.Price.TranscriptionPerMinute, 0, 1_000);
        findings.Between("Agent:Budget:PerConversation", options.Budget.PerConversation ?? 0, 0, 1_000_000);
        findings.Between("Agent:Budget:PerLocationPerDay", options.Budget.PerLocationPerDay ?? 0, 0, 1_000_000);
        findings.Between("Agent:Budget:PerDay", options.Budget.PerDay ?? 0, 0, 1_000_000);
        findings.Check(
            string.IsNullOrWhiteSpace(options.BusinessFactsFile) || File.Exists(options.BusinessFactsFile),
            "Agent:BusinessFactsFile", $"'{options.BusinessFactsFile}' does not exist");
        return findings.Result;
    }
}

internal sealed class ConversationRules : IValidateOptions<ConversationOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options)
    {
        var findings = new ConfigurationFindings();
        findings.Playbook("Conversation:Playbook", options.Playbook);
        findings.Between("Conversation:QuietPeriod", options.QuietPeriod, TimeSpan.Zero, TimeSpan.FromMinutes(10));
        findings.Between("Conversation:MaxWait", options.MaxWait, TimeSpan.Zero, TimeSpan.FromHours(1));
        findings.Check(
            options.QuietPeriod <= options.MaxWait,
            "Conversation:QuietPeriod", $"{options.QuietPeriod} is longer than Conversation:MaxWait, {options.MaxWait}");
        findings.Between("Conversation:MinimumBudget", options.MinimumBudget, 0, 1_000_000);
        findings.TimeZone("Conversation:TimeZone", options.TimeZone);
        findings.Language("Conversation:Language", options.Language);
        findings.Between("Conversation:SlotCount", options.SlotCount, 1, 10);
        findings.Between("Conversation:DaysAhead", options.DaysAhead, 1, 31);
        findings.Between("Conversation:SlotDuration", options.SlotDuration, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
        findings.Check(
            options.TakeOverTag.Length > 0 && !options.TakeOverTag.Contains(',', StringComparison.Ordinal),
            "Conversation:TakeOverTag", $"'{options.TakeOverTag}' is not a tag", "bot-off");
        findings.Check(
            options.ReleaseTag.Length > 0 && !options.ReleaseTag.Contains(',', StringComparison.Ordinal) && options.ReleaseTag != options.TakeOverTag,
            "Conversation:ReleaseTag", $"'{options.ReleaseTag}' is not a tag, or is Conversation:TakeOverTag's", "bot-on");
        findings.Between("Conversation:HandOffTimeout", options.HandOffTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(3650));
        return findings.Result;
    }
}

internal sealed class LocationsRules : IValidateOptions<LocationsOptions>
{
    public ValidateOptionsResult Validate(string? name, LocationsOptions options)
    {
        var findings = new ConfigurationFindings();
        foreach (var (id, location) in options.Locations)
        {
            var section = $"{LocationOptions.Section}:{id}";
            findings.Check(ConversationId.IsValidPart(id), section, $"'{id}' is not a location's id", "ve9EPM428h8vShlRW1KT");
            if (location.TimeZone is { } zone) findings.TimeZone($"{section}:TimeZone", zone, "America/Chicago");
            if (location.Language is { } language) findings.Language($"{section}:Language", language, "es");
            if (location.MinimumBudget is { } budget) findings.Between($"{section}:MinimumBudget", budget, 0, 1_000_000);
            if (location.SlotCount is { } count) findings.Between($"{section}:SlotCount", count, 1, 10);
            if (location.DaysAhead is { } days) findings.Between($"{section}:DaysAhead", days, 1, 31);
            if (location.SlotDuration is { } duration) findings.Between($"{section}:SlotDuration", duration, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1));
            findings.Between($"{section}:Budget:PerConversation", location.Budget?.PerConversation ?? 0, 0, 1_000_000);
            findings.Between($"{section}:Budget:PerLocationPerDay", location.Budget?.PerLocationPerDay ?? 0, 0, 1_000_000);
            if (location.FollowUps is { } followUps) FollowUpRules.Check(findings, $"{section}:{FollowUpOptions.Section}", followUps.Plan, followUps.Reminders, followUps.QuietHours);
            if (!string.IsNullOrWhiteSpace(location.Playbook)) findings.Playbook($"{section}:Playbook", location.Playbook);
        }

        return findings.Result;
    }
}

internal sealed class OperatorRules : IValidateOptions<OperatorOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorOptions options)
    {
        var findings = new ConfigurationFindings();
        findings.Check(
            string.IsNullOrEmpty(options.User) || !string.IsNullOrEmpty(options.Password),
            "Operators:Password", "must be set where Operators:User is");
        findings.Check(
            string.IsNullOrEmpty(options.Password) || !string.IsNullOrEmpty(options.User),
            "Operators:User", "must be set where Operators:Password is");
        findings.Check(options.User?.Contains(':', StringComparison.Ordinal) != true, "Operators:User", "must not hold a colon");
        return findings.Result;
    }
}

internal sealed class GatewayRules : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        var findings = new ConfigurationFindings();
        foreach (var proxy in options.TrustedProxies)
            findings.Check(
                IPAddress.TryParse(proxy, out _) || IPNetwork.TryParse(proxy, out _),
                "Gateway:TrustedProxies", $"'{proxy}' is neither an address nor a network", "10.0.0.0/8");
        findings.Between("Gateway:DrainFor", options.DrainFor, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        return findings.Result;
    }
}

internal sealed class WebhookRules(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<WebhookOptions>, IPostConfigureOptions<WebhookOptions>
{
    public void PostConfigure(string? name, WebhookOptions options)
    {
        if (environment.IsDevelopment() && string.IsNullOrEmpty(configuration[$"{WebhookOptions.Section}:AllowUnsigned"]))
            options.AllowUnsigned = true;
    }

    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        var findings = new ConfigurationFindings();
        findings.Check(
            environment.IsDevelopment() || options.AllowUnsigned || CanVerify(options),
            "Webhooks:Secret", "no secret is set, so no webhook could be told from a forged one (Webhooks:AllowUnsigned=true takes all)");
        foreach (var (i, key) in options.GhlPublicKeys.Index())
            findings.Check(IsEd25519Key(key), $"Webhooks:GhlPublicKeys:{i}", "is not an Ed25519 public key", "MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=");
        findings.Between("Webhooks:RequestsPer10Seconds", options.RequestsPer10Seconds, 1, int.MaxValue);
        findings.Between("Webhooks:LocationRequestsPer10Seconds", options.LocationRequestsPer10Seconds, 1, int.MaxValue);
        findings.Between("Webhooks:BodyTimeout", options.BodyTimeout, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(5));
        // The longest body must find room, though it comes slowly.
        findings.Between("Webhooks:BodyMemory", options.BodyMemory, 320 * 1024, 1024 * 1024 * 1024);
        findings.Between("Webhooks:CommitTimeout", options.CommitTimeout, TimeSpan.FromMilliseconds(50), TimeSpan.FromMinutes(1));
        return findings.Result;
    }

    private static bool CanVerify(WebhookOptions options) =>
        !string.IsNullOrWhiteSpace(options.Secret) || !string.IsNullOrWhiteSpace(options.MetaAppSecret)
        || options.Secrets.Any(secret => !string.IsNullOrWhiteSpace(secret)) || options.GhlPublicKeys.Count > 0;

    private static bool IsEd25519Key(string key) => Ed25519KeyText.TryRead(key, out _);
}
