using System.Text.Json.Nodes;

namespace OutletBot.Simulator.Ghl;

/// <summary>GHL's error bodies.</summary>
internal static class Refusals
{
    public static Answer Unauthorized(string message) => new(401, Body(401, message, "Unauthorized"));

    public static Answer NoVersion(string message) => new(401, new { statusCode = 401, message });

    public static Answer Bad(string message) => new(400, Body(400, message, "Bad Request"));

    public static Answer Unprocessable(params string[] messages) =>
        new(422, new { statusCode = 422, message = messages, error = "Unprocessable Entity" });

    public static Answer NoContact(string? id) => Bad($"Contact with id {id} not found");

    public static Answer NotFound(string message) => new(404, Body(404, message, "Not Found"));

    public static Answer Conflict() => Bad("The slot you have selected is no longer available.");

    public static object ForStatus(int status) => status switch
    {
        401 => Body(401, "Invalid token: access token is invalid", "Unauthorized"),
        403 => Body(403, "The token does not have access to this location.", "Forbidden"),
        422 => Unprocessable("Unprocessable Entity").Body!,
        429 => new { statusCode = 429, message = "Too Many Requests" },
        _ => Body(status, Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)),
    };

    private static JsonObject Body(int status, string message, string error) => new() { ["statusCode"] = status, ["message"] = message, ["error"] = error };
}
