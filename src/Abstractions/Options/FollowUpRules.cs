using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using OutletBot.FollowUps;

namespace OutletBot.Options;

internal sealed class FollowUpRules(IConfiguration configuration) : IValidateOptions<FollowUpOptions>, IPostConfigureOptions<FollowUpOptions>
{
    public void PostConfigure(string? name, FollowUpOptions options)
    {
        var section = configuration.GetSection(FollowUpOptions.Section);
        options.Plan = FollowUpLists.Array(section, nameof(options.Plan)) ?? options.Plan;
        options.Reminders = FollowUpLists.Array(section, nameof(options.Reminders)) ?? options.Reminders;
        options.QuietHours = FollowUpLists.Array(section, nameof(options.QuietHours)) ?? options.QuietHours;
    }

    public ValidateOptionsResult Validate(string? name, FollowUpOptions options)
    {
        var findings = new ConfigurationFindings();
        Check(findings, FollowUpOptions.Section, options.Plan, options.Reminders, options.QuietHours);
        return findings.Result;
    }

    /// <summary>Checks the lists of a section; null is no value of its own.</summary>
    public static void Check(ConfigurationFindings findings, string section, string? plan, string? reminders, string? quietHours)
    {
        var durations = $"is not a list of different durations, {FollowUpTimes.MostSteps} at most, each {FollowUpTimes.Shortest} to {FollowUpTimes.Longest}";
        findings.Check(plan is null || FollowUpTimes.TryParse(plan) is not null, $"{section}:Plan", $"'{plan}' {durations}", "02:00:00, 20:00:00");
        findings.Check(reminders is null || FollowUpTimes.TryParse(reminders) is not null, $"{section}:Reminders", $"'{reminders}' {durations}", "1.00:00:00, 01:00:00");
        findings.Check(
            quietHours is null || QuietHours.TryParse(quietHours, out _),
            $"{section}:QuietHours", $"'{quietHours}' is not a list of windows that leaves a part of the day free", "21:00-08:00, 13:00-15:00");
    }
}

/// <summary>Reads the lists of each location that stand there as arrays.</summary>
internal sealed class LocationFollowUpLists(IConfiguration configuration) : IPostConfigureOptions<LocationsOptions>
{
    public void PostConfigure(string? name, LocationsOptions options)
    {
        foreach (var location in configuration.GetSection(LocationOptions.Section).GetChildren())
        {
            var section = location.GetSection(FollowUpOptions.Section);
            if (!section.Exists()) continue;
            // Where there is nothing but arrays, binding finds nothing.
            if (!options.Locations.TryGetValue(location.Key, out var bound)) options.Locations[location.Key] = bound = new();
            var own = bound.FollowUps ??= new();
            own.Plan = FollowUpLists.Array(section, nameof(own.Plan)) ?? own.Plan;
            own.Reminders = FollowUpLists.Array(section, nameof(own.Reminders)) ?? own.Reminders;
            own.QuietHours = FollowUpLists.Array(section, nameof(own.QuietHours)) ?? own.QuietHours;
        }
    }
}
