namespace OutletBot.Simulator.Faults;

/// <summary>A fault and the requests that it strikes; an absent condition holds for all.</summary>
internal sealed record FaultRule
{
    public string Id { get; init; } = "";

    /// <summary><c>ghl</c>, <c>openai</c> or <c>meta</c>.</summary>
    public string Target { get; init; } = "ghl";

    public string? Method { get; init; }

    public string? PathContains { get; init; }

    public string? LocationId { get; init; }

    /// <summary>
    /// <c>latency</c>, <c>status</c>, <c>hang</c>, <c>reset</c>, <c>effectThenReset</c>, <c>rateLimit</c>, <c>body</c>; of OpenAI
    /// also <c>refusal</c>, <c>length</c>, <c>contentFilter</c>, <c>malformed</c>, <c>quota</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>HTTP status of <c>status</c> (503) and <c>body</c> (200).</summary>
    public int? Status { get; init; }

    /// <summary>Milliseconds before anything else; with any kind.</summary>
    public int? LatencyMs { get; init; }

    /// <summary>Raw text answered.</summary>
    public string? Body { get; init; }

    /// <summary>Seconds, as the Retry-After header.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>From 0 to 1; always when absent.</summary>
    public double? Probability { get; init; }

    /// <summary>How many requests it strikes before it is spent.</summary>
    public int? Times { get; init; }
}
