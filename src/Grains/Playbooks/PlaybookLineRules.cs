using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Playbooks;

/// <summary>Checks the lines of every configured playbook before anybody hears them. What it asks is checked by <c>Abstractions</c>.</summary>
internal sealed class PlaybookLineRules : IValidateOptions<ConversationOptions>, IValidateOptions<LocationsOptions>
{
    public ValidateOptionsResult Validate(string? name, ConversationOptions options) => Result(Faults($"{ConversationOptions.Section}:Playbook", options.Playbook));

    public ValidateOptionsResult Validate(string? name, LocationsOptions options) =>
        Result(options.Locations.SelectMany(location => Faults($"{LocationOptions.Section}:{location.Key}:Playbook", location.Value.Playbook)));

    private static IEnumerable<string> Faults(string key, string? playbook) =>
        string.IsNullOrWhiteSpace(playbook) || PlaybookSource.Read(playbook.Trim()).Playbook is not { } read
            ? []
            : PlaybookLines.Faults(read).Select(fault => $"{key}: {fault}");

    private static ValidateOptionsResult Result(IEnumerable<string> faults) =>
        faults.ToArray() is { Length: > 0 } all ? ValidateOptionsResult.Fail(all) : ValidateOptionsResult.Success;
}
