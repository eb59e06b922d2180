namespace OutletBot.Simulator.OpenAi;

/// <summary>OpenAI's error bodies.</summary>
internal static class OpenAiErrors
{
    public static object Body(string message, string type, string? code, string? param = null) => new { error = new { message, type, param, code } };

    public static Answer Invalid(string message, string? param, string? code = null) => new(400, Body(message, "invalid_request_error", code, param));

    public static object ForStatus(int status) => status switch
    {
        401 => Body("Incorrect API key provided.", "invalid_request_error", "invalid_api_key"),
        429 => Body("Rate limit reached for requests.", "requests", "rate_limit_exceeded"),
        _ => Body("The server had an error while processing your request. Sorry about that!", "server_error", null),
    };

    public static Answer NoQuota() => new(429, Body("You exceeded your current quota, please check your plan and billing details.", "insufficient_quota", "insufficient_quota"));
}
