using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Faults;
using OutletBot.Simulator.Ledger;
using OutletBot.Simulator.Phone;

namespace OutletBot.Simulator.Meta;

/// <summary>A form to be filled in; <see cref="Fields"/> by Meta's names (<c>full_name</c>, <c>phone_number</c>, <c>email</c>, a question's key).</summary>
internal sealed record FormSubmission(
    Dictionary<string, string> Fields, string PageId = "153125381133", string FormId = "12312312312", bool BadSignature = false, int Copies = 1, bool NumericIds = false);

/// <summary>Meta's stand-in: lead retrieval of the Graph API, and the signed <c>leadgen</c> notification.</summary>
internal static class MetaApi
{
    public static void MapMeta(this IEndpointRouteBuilder simulator)
    {
        simulator.MapGet("/meta/{leadgenId}", ReadAsync);
        simulator.MapGet("/meta/{version}/{leadgenId}", ReadAsync);
        simulator.MapPost("/forms", SubmitAsync);
    }

    private static async Task ReadAsync(string leadgenId, HttpContext http, FormLeads leads, FaultBook faults, FaultRunner runner, RequestLog log)
    {
        var struck = faults.Strike("meta", http.Request, null);
        if (!await runner.BeforeAsync(http, struck, TimeSpan.Zero, status => Error(status == 429 ? 4 : 2, "Service temporarily unavailable", null)))
        {
            var authorized = http.Request.Query.ContainsKey("access_token")
                || http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
            var (status, body) = !authorized
                ? (400, Error(190, "Invalid OAuth access token - Cannot parse access token", null))
                : leads.Find(leadgenId) is { } lead
                    ? (200, Lead(lead))
                    : (400, Error(100, $"Unsupported get request. Object with ID '{leadgenId}' does not exist", 33));
            if (FaultRunner.LosesAnswer(struck))
            {
                http.Abort();
            }
            else
            {
                http.Response.StatusCode = status;
                await http.Response.WriteAsJsonAsync(body, Json.Options, http.RequestAborted);
            }
        }

        log.Add("meta", "leads.get", http.Request, null, null, http.Response.StatusCode, struck.Count > 0 ? struck[^1].Kind : null);
    }

    private static async Task<IResult> SubmitAsync(FormSubmission form, World world, FormLeads leads, WebhookPost webhooks, EventLedger ledger)
    {
        var lead = leads.Add(form.PageId, form.FormId, world.Now, form.Fields);
        ledger.Add("form", null, null, lead.Id);

        var body = Encoding.ASCII.GetBytes(Escape(JsonSerializer.Serialize(Notification(lead, form))));
        var webhook = new Webhook(webhooks.WebhookUrl, body, null, null, lead.Id) { Retry = "any" };
        var secret = form.BadSignature ? "wrong" : world.Options.MetaAppSecret;
        webhook.Headers["X-Hub-Signature-256"] = $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
        var deliveries = await Task.WhenAll(Enumerable.Repeat(webhook, Math.Clamp(form.Copies, 1, 20)).Select(webhooks.PostAsync));
        return Json.Result(new { leadgenId = lead.Id, deliveries });
    }

    private static object Notification(FormLead lead, FormSubmission form) => new
    {
        @object = "page",
        entry = new[]
        {
            new
            {
                id = lead.PageId,
                time = lead.At.ToUnixTimeSeconds(),
                changes = new[]
                {
                    new
                    {
                        field = "leadgen",
                        value = new Dictionary<string, object>
                        {
                            ["leadgen_id"] = form.NumericIds ? long.Parse(lead.Id, System.Globalization.CultureInfo.InvariantCulture) : lead.Id,
                            ["page_id"] = lead.PageId,
                            ["form_id"] = lead.FormId,
                            ["created_time"] = lead.At.ToUnixTimeSeconds(),
                        },
                    },
                },
            },
        },
    };

    /// <summary>Meta sends and signs slashes escaped.</summary>
    private static string Escape(string json) => json.Replace("/", "\\/", StringComparison.Ordinal);

    private static object Lead(FormLead lead) => new
    {
        id = lead.Id,
        created_time = lead.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+0000", System.Globalization.CultureInfo.InvariantCulture),
        form_id = lead.FormId,
        is_organic = false,
        platform = "fb",
        field_data = lead.Fields.Select(field => new { name = field.Key, values = new[] { field.Value } }),
        custom_disclaimer_responses = new[] { new { checkbox_key = "contact_me", is_checked = "1" } },
    };

    private static object Error(int code, string message, int? subcode) => new
    {
        error = new { message, type = code == 190 ? "OAuthException" : "GraphMethodException", code, error_subcode = subcode, fbtrace_id = "A1b2C3" },
    };
}
