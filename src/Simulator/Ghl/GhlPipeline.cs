using System.Text.Json.Nodes;
using OutletBot.Simulator.Crm;
using OutletBot.Simulator.Faults;
using OutletBot.Simulator.Ledger;

namespace OutletBot.Simulator.Ghl;

/// <summary>What every request to GHL's stand-in goes through: faults, token, version, limit, effect, answer.</summary>
internal sealed class GhlPipeline(World world, FaultBook faults, FaultRunner runner, Tokens tokens, RateWindows windows, RequestLog log)
{
    private static readonly HashSet<string> Versions = new(StringComparer.Ordinal) { "2021-04-15", "2021-07-28", "2023-02-21", "v3" };

    public async Task RunAsync(HttpContext http, string operation, Func<GhlCall, Answer> handle)
    {
        var body = await Json.ReadObjectAsync(http.Request);
        var call = new GhlCall(http, body ?? [], world);
        string location;
        lock (world.Gate)
            location = call.LocationId();

        var struck = faults.Strike("ghl", http.Request, location);
        var fault = struck.Count > 0 ? struck[^1].Kind : null;
        if (await runner.BeforeAsync(http, struck, world.Options.GhlLatency, Refusals.ForStatus))
        {
            log.Add("ghl", operation, http.Request, location, call.ContactId, http.RequestAborted.IsCancellationRequested ? 0 : http.Response.StatusCode, fault);
            return;
        }

        var answer = tokens.Refuse(http.Request.Headers.Authorization) ?? Version(http.Request)
            ?? (windows.Take(location, http.Response.Headers) ? null : new Answer(429, Refusals.ForStatus(429)))
            ?? (body is null ? Refusals.Bad("Unexpected token in JSON") : null);
        if (answer is null)
        {
            lock (world.Gate)
            {
                // Written out before the lock is left: the answer may still look into the world.
                answer = handle(call);
                answer = answer with { Body = Json.Node(answer.Body) };
            }

            call.Afterwards.ForEach(act => act());
        }

        log.Add("ghl", operation, http.Request, location, call.ContactId, answer.Status, fault);
        if (FaultRunner.LosesAnswer(struck))
            http.Abort();
        else
            await WriteAsync(http, answer);
    }

    public async Task WriteAsync(HttpContext http, Answer answer)
    {
        var body = Json.Node(answer.Body);
        if (body is JsonObject fields && !fields.ContainsKey("traceId"))
            fields["traceId"] = world.Ids.NextGuid();
        http.Response.StatusCode = answer.Status;
        await http.Response.WriteAsJsonAsync(body, Json.Options, http.RequestAborted);
    }

    private static Answer? Version(HttpRequest request)
    {
        if (!request.Headers.TryGetValue("Version", out var version))
            return Refusals.NoVersion("version header was not found.");
        return Versions.Contains(version.ToString()) ? null : Refusals.NoVersion("version header is invalid");
    }
}
