using Microsoft.Extensions.Options;
using OutletBot.Simulator.Crm;

namespace OutletBot.Simulator.Ghl;

/// <summary>The tokens that GHL's stand-in takes; a refresh token works once.</summary>
internal sealed class Tokens(IOptions<SimulatorOptions> options, World world)
{
    private readonly HashSet<string> access = [];
    private readonly HashSet<string> refresh = [];
    private readonly HashSet<string> spent = [];
    private readonly Lock gate = new();

    /// <summary>Null when the header carries a good token; the refusal otherwise.</summary>
    public Answer? Refuse(string? authorization)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return Refusals.Unauthorized("Invalid JWT");

        var token = authorization["Bearer ".Length..].Trim();
        if (token.Length == 0 || token.StartsWith("expired", StringComparison.Ordinal))
            return Refusals.Unauthorized("Invalid token: access token is invalid");

        var only = options.Value.GhlToken;
        lock (gate)
        {
            if (!string.IsNullOrEmpty(only) && token != only && !access.Contains(token))
                return Refusals.Unauthorized("Invalid Private Integration token");
        }

        return null;
    }

    /// <summary><c>POST /oauth/token</c>.</summary>
    public Answer Issue(IFormCollection form)
    {
        var grant = form["grant_type"].ToString();
        var old = form["refresh_token"].ToString();
        if (form["client_id"].Count == 0 || form["client_secret"].Count == 0)
            return Refusals.Unprocessable("client_id should not be empty", "client_secret should not be empty");
        if (grant is not ("authorization_code" or "refresh_token" or "client_credentials"))
            return Refusals.Unprocessable("grant_type must be one of authorization_code, refresh_token, client_credentials");

        lock (gate)
        {
            if (grant == "refresh_token" && (old.Length == 0 || !spent.Add(old) || !refresh.Remove(old)))
                return new Answer(400, new { statusCode = 400, error = "invalid_grant", message = "This refresh token is invalid" });

            var next = (Access: $"sim-{world.Ids.Next()}", Refresh: $"sim-refresh-{world.Ids.Next()}");
            access.Add(next.Access);
            refresh.Add(next.Refresh);
            return Answer.Ok(new
            {
                access_token = next.Access,
                token_type = "Bearer",
                expires_in = 86399,
                refresh_token = next.Refresh,
                scope = "contacts.readonly contacts.write conversations.readonly conversations.write conversations/message.readonly conversations/message.write calendars.readonly calendars/events.readonly calendars/events.write locations.readonly locations/customFields.readonly",
                refreshTokenId = world.Ids.Next(),
                userType = form["user_type"].Count > 0 ? form["user_type"].ToString() : "Location",
                companyId = "sim-company",
                locationId = world.Options.LocationId,
                userId = "sim-user-1",
                isBulkInstallation = false,
            });
        }
    }
}
