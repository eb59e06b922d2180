using System.Net.Http.Headers;

namespace OutletBot.Crm.Traffic;

/// <summary>One attempt on the wire: signed with the location's token, its answer read whole, its outcome counted.</summary>
internal sealed class AttemptHandler(CrmTelemetry telemetry) : DelegatingHandler
{
    // GHL's longest answers, a hundred messages, are a fraction of it.
    private const long LongestAnswer = 8 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call.Of(request);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Token);
        call.Left = request.Content is null;
        if (request.Content is { } content) request.Content = await ClearedContent.OfAsync(content, call, cancellationToken);
        // Before a connection is made in vain, and again as the body leaves.
        await call.ClearAsync(cancellationToken);
        using var measured = telemetry.Attempt(call);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            // Read inside the attempt, so that its timeout covers a body that never ends.
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
            await MakeReadableAsync(response, cancellationToken);
            measured.Outcome = CrmTelemetry.Class(response.StatusCode);
            call.OutcomeUnknown |= call.Kind != CallKind.Read && Retrying.IsServerTrouble(response.StatusCode);
            return response;
        }
        catch (HttpRequestException e) when (NeverSent(e))
        {
            measured.Outcome = "unreachable";
            throw;
        }
        catch (Exception e)
        {
            measured.Outcome = call.HeldBack is not null ? "held_back" : e is OperationCanceledException ? "no_answer" : "broken";
            call.OutcomeUnknown |= call.Kind != CallKind.Read && call.Left;
            throw;
        }
    }

    // Leads' words and contacts' names may be cut within a character, and one that cannot be read must not hide all others.
    private static async Task MakeReadableAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var raw = response.Content;
        response.Content = new ByteArrayContent(LoneSurrogates.Replaced(await raw.ReadAsStringAsync(cancellation)));
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(raw.Headers.ContentType?.MediaType ?? "application/json", "utf-8");
    }

    private static bool NeverSent(HttpRequestException e) => e.HttpRequestError is
        HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
}
