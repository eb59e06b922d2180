using System.Net;

namespace OutletBot.Crm.Traffic;

/// <summary>Takes a permit of the location's gate before each attempt, and closes the gate when GHL says 429.</summary>
internal sealed class RateGateHandler(IRateGate gate, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = Call.Of(request);
        call.AtGate = true;
        await gate.WaitAsync(call.LocationId, cancellationToken);
        call.AtGate = false;

        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            await gate.PauseAsync(call.LocationId, response.PauseFor(time.GetUtcNow()), cancellationToken);
        return response;
    }
}
