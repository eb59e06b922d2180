using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.Crm;

/// <summary>Refuses a section <c>Crm</c> that cannot work, naming the key, what is wrong with it and an example.</summary>
internal sealed class CrmOptionsValidator : IValidateOptions<CrmOptions>
{
    public ValidateOptionsResult Validate(string? name, CrmOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            result.AddError($"Crm:BaseUrl must be an absolute http(s) URL, for example https://services.leadconnectorhq.com; it is '{options.BaseUrl}'.");
        if (options.RequestsPer10Seconds is < 1 or > 10_000)
            result.AddError($"Crm:RequestsPer10Seconds must be between 1 and 10000, for example 100; it is {options.RequestsPer10Seconds}.");
        if (options.Timeout < TimeSpan.FromMilliseconds(100) || options.Timeout > TimeSpan.FromSeconds(30))
            result.AddError($"Crm:Timeout must be between 00:00:00.1 and 00:00:30, for example 00:00:15; it is {options.Timeout}.");
        if (options.LocationId is { Length: > 0 } location && !ConversationId.IsValidPart(location))
            result.AddError($"Crm:LocationId must be a GHL location's id, for example ve9EPM428h8vShlRW1KT; it is '{location}'.");
        if (options.CalendarId is { Length: > 0 } calendar && !ConversationId.IsValidPart(calendar))
            result.AddError($"Crm:CalendarId must be a GHL calendar's id, for example BqTwX8QFwXzpegMve9EQ; it is '{calendar}'.");
        if (options.ApiKey?.Any(c => char.IsWhiteSpace(c) || !char.IsAscii(c)) is true)
            result.AddError("Crm:ApiKey must be a private integration token without blanks, for example pit-12345678-1234-1234-1234-123456789012.");
        return result.Build();
    }
}
