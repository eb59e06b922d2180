namespace OutletBot.Simulator.Faults;

/// <summary>Makes a request suffer its faults.</summary>
internal sealed class FaultRunner(TimeProvider clock)
{
    /// <summary>Runs what comes before the request is handled. True when the answer is given, or never will be.</summary>
    /// <param name="http">The request.</param>
    /// <param name="faults">What strikes it.</param>
    /// <param name="latency">Latency of every request.</param>
    /// <param name="error">The vendor's error body for a status.</param>
    public async Task<bool> BeforeAsync(HttpContext http, IReadOnlyList<FaultRule> faults, TimeSpan latency, Func<int, object> error)
    {
        var wait = latency + TimeSpan.FromMilliseconds(faults.Sum(fault => fault.LatencyMs ?? 0));
        try
        {
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, http.RequestAborted);

            foreach (var fault in faults)
            {
                switch (fault.Kind)
                {
                    case "hang":
                        await Task.Delay(Timeout.InfiniteTimeSpan, clock, http.RequestAborted);
                        return true;
                    case "reset":
                        http.Abort();
                        return true;
                    case "status":
                        await AnswerAsync(http, fault, fault.Status ?? 503, error);
                        return true;
                    case "rateLimit":
                        await AnswerAsync(http, fault, 429, error);
                        return true;
                    case "body":
                        http.Response.StatusCode = fault.Status ?? 200;
                        http.Response.ContentType = "text/html";
                        await http.Response.WriteAsync(fault.Body ?? "<html>upstream error</html>", http.RequestAborted);
                        return true;
                }
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        return false;
    }

    /// <summary>Whether the answer must be lost although the request has taken effect.</summary>
    public static bool LosesAnswer(IReadOnlyList<FaultRule> faults) => faults.Any(fault => fault.Kind == "effectThenReset");

    private static async Task AnswerAsync(HttpContext http, FaultRule fault, int status, Func<int, object> error)
    {
        http.Response.StatusCode = status;
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (fault.Body is { } body)
            await http.Response.WriteAsync(body, http.RequestAborted);
        else
            await http.Response.WriteAsJsonAsync(error(status), Json.Options, http.RequestAborted);
    }
}
