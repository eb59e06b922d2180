using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OutletBot.Options;

namespace OutletBot.FormLeads;

/// <summary>Reads leads of forms from Meta's Graph API.</summary>
internal sealed class MetaGraph(HttpClient http, IOptions<MetaOptions> options)
{
    /// <summary>Codes of Graph's error envelope that another try can help with: unknown, down, limits.</summary>
    private static readonly int[] TransientCodes = [1, 2, 4, 17, 32, 341, 613];

    /// <summary>Code 100 also stands for a lead that is not readable yet, seconds after its webhook.</summary>
    private const int NotReadableYet = 100;

    /// <exception cref="MetaGraphException">Meta did not give the lead.</exception>
    public async Task<IReadOnlyDictionary<string, string>> LeadAsync(string leadgenId, CancellationToken cancellation)
    {
        var settings = options.Value;
        if (string.IsNullOrEmpty(settings.AccessToken)) throw new MetaGraphException("Meta:AccessToken is not set, so leads of forms cannot be read.", MetaGraphFailure.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get,
            $"{settings.GraphUrl.TrimEnd('/')}/{Uri.EscapeDataString(leadgenId)}?fields=id,created_time,form_id,field_data");
        // In the header, as a query ends up in logs.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.AccessToken);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            using var body = JsonDocument.Parse(LoneSurrogates.Replaced(await response.Content.ReadAsStringAsync(cancellation)));
            return response.IsSuccessStatusCode ? Answers(body.RootElement) : throw Failure(body.RootElement, response.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new MetaGraphException("Meta's Graph API did not answer.", MetaGraphFailure.Unavailable, e);
        }
    }

    private static Dictionary<string, string> Answers(JsonElement lead)
    {
        var answers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!lead.TryGetProperty("field_data", out var fields) || fields.ValueKind != JsonValueKind.Array) return answers;
        foreach (var field in fields.EnumerateArray())
        {
            if (field.TryGetProperty("name", out var name) && field.TryGetProperty("values", out var values)
                && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0)
                answers[name.ToString()] = values[0].ToString();
        }

        return answers;
    }

    /// <summary>An ended session, an expired token, or a missing permission.</summary>
    private static bool IsRefusedToken(int code, HttpStatusCode status) =>
        code is 3 or 10 or 102 or 190 or (>= 200 and <= 299) || (code == 0 && status is (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden));

    private static MetaGraphException Failure(JsonElement body, HttpStatusCode status)
    {
        var code = body.ValueKind == JsonValueKind.Object && body.TryGetProperty("error", out var error) && error.TryGetProperty("code", out var c) && c.TryGetInt32(out var n) ? n : 0;
        if (IsRefusedToken(code, status)) return new($"Meta refuses Meta:AccessToken ({(int)status}, code {code}).", MetaGraphFailure.Token);
        var transient = TransientCodes.Contains(code) || code == NotReadableYet || (code == 0 && (int)status >= 500);
        return new($"Meta's Graph API answered {(int)status}, code {code}.", transient ? MetaGraphFailure.Unavailable : MetaGraphFailure.Rejected);
    }
}

/// <summary>What another try at reading a lead can come to.</summary>
internal enum MetaGraphFailure
{
    /// <summary>Meta is down, busy, or does not show the lead yet: it will pass.</summary>
    Unavailable,

    /// <summary>There is no token, or Meta refuses it: it passes when operators replace it.</summary>
    Token,

    /// <summary>Meta does not give this lead.</summary>
    Rejected,
}

/// <summary>Meta did not give a lead.</summary>
internal sealed class MetaGraphException(string message, MetaGraphFailure failure, Exception? inner = null) : Exception(message, inner)
{
    public MetaGraphFailure Failure { get; } = failure;
}
