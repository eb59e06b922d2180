using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OutletBot.Gateway.Webhooks;
using OutletBot.Options;

namespace OutletBot.Gateway.Operators;

/// <summary>HTTP basic sign-in of operators. Where none is configured, whoever sits at the machine itself is let in.</summary>
internal sealed class OperatorSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptionsMonitor<OperatorOptions> operators,
    SignInAttempts attempts)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "operators";
    private static readonly string[] ForwardingHeaders = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host"];

    private bool HasSignIn => !string.IsNullOrEmpty(operators.CurrentValue.User);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!HasSignIn) return HandleForbiddenAsync(properties);
        if (attempts.Wait(Context.Connection.RemoteIpAddress) is { } wait)
            return WebhookAnswers.ComeAgain("Too many wrong sign-ins from this address.", wait).ExecuteAsync(Context);
        Response.Headers.WWWAuthenticate = "Basic realm=\"OutletBot\", charset=\"UTF-8\"";
        return TypedResults.Problem("Sign in as an operator.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        TypedResults.Problem("Without Operators:User and Operators:Password this is served on the machine itself only.", statusCode: StatusCodes.Status403Forbidden)
            .ExecuteAsync(Context);

    private AuthenticateResult Authenticate()
    {
        if (!HasSignIn) return IsLocal() ? Success("local") : AuthenticateResult.NoResult();

        const string scheme = "Basic ";
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        // Not even a right one is taken now: whoever guesses would learn that it is right.
        var caller = Context.Connection.RemoteIpAddress;
        if (attempts.Wait(caller) is not null) return AuthenticateResult.Fail("too many wrong sign-ins");

        var given = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), given, out var length)) return AuthenticateResult.Fail("malformed");

        // The two are compared as one hash, so that the time taken tells nothing of either.
        var expected = $"{operators.CurrentValue.User}:{operators.CurrentValue.Password}";
        if (CryptographicOperations.FixedTimeEquals(SHA256.HashData(given.AsSpan(0, length)), SHA256.HashData(Encoding.UTF8.GetBytes(expected))))
            return Success(operators.CurrentValue.User!);

        attempts.CountWrong(caller);
        return AuthenticateResult.Fail("wrong");
    }

    // The host is checked too: a page elsewhere may give its own name this machine's address.
    private bool IsLocal() =>
        Context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !ForwardingHeaders.Any(Request.Headers.ContainsKey)
        && (Request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    private AuthenticateResult Success(string name) =>
        AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, name)], Scheme.Name)), Scheme.Name));
}
