using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Inbox;

internal sealed class RecoveryRules : IValidateOptions<RecoveryOptions>
{
    /// <summary>Handled messages are forgotten after the inbox's window: those that lie further back would all be answered again.</summary>
    private static readonly TimeSpan LongestLookBack = IInbox.DedupeWindow - TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, RecoveryOptions options)
    {
        var (interval, lookBack, patience) = (options.Interval, options.LookBack, options.Patience);
        var findings = new ConfigurationFindings();
        findings.Between("Recovery:Interval", interval, TimeSpan.Zero, TimeSpan.FromDays(1));
        findings.Between("Recovery:LookBack", lookBack, TimeSpan.FromMinutes(2), LongestLookBack);
        findings.Between("Recovery:Patience", patience, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        if (findings.Result.Failed) return findings.Result;

        // Else a message is too young for one look and too old for the next.
        findings.Check(
            lookBack >= interval + patience, "Recovery:LookBack", $"{lookBack} is shorter than Recovery:Interval and Recovery:Patience together, {interval + patience}");
        return findings.Result;
    }
}
