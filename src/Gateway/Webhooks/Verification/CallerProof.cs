using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using OutletBot.Options;

namespace OutletBot.Gateway.Webhooks.Verification;

/// <summary>What a webhook proved about its sender.</summary>
/// <param name="Refused">Why it is not taken, null when it is.</param>
/// <param name="SignedByGhl">Whether GHL's signature covers the body, its timestamp included.</param>
internal readonly record struct Proof(string? Refused, bool SignedByGhl = false);

/// <summary>
/// Checks a webhook's bearer secret and signatures. What is given must be right, and unless unsigned webhooks are taken
/// something must be given.
/// </summary>
internal sealed class CallerProof : IDisposable
{
    private const string GhlSignatureHeader = "X-GHL-Signature";
    private const string MetaSignatureHeader = "X-Hub-Signature-256";
    private const string WrongSecret = "the bearer secret is wrong";
    private const string NoProof = "a bearer secret or a signature is required";
    private const string GhlPublishedKey = "MCowBQYDK2VwAyEAi2HR1srL4o18O8BRa7gVJY7G7bupbN3H9AwJrHCDiOg=";

    private readonly IDisposable? changes;
    private volatile Accepted accepted;

    public CallerProof(IOptionsMonitor<WebhookOptions> options)
    {
        accepted = Accepted.From(options.CurrentValue);
        changes = options.OnChange(changed => accepted = Accepted.From(changed));
    }

    /// <summary>Why a webhook is refused whatever its body holds, null when it takes the body to tell.</summary>
    public string? RefusedUnread(IHeaderDictionary headers)
    {
        var now = accepted;
        return CheckBearer(headers.Authorization.ToString(), now) switch
        {
            Finding.Wrong => WrongSecret,
            Finding.Missing when !now.AllowUnsigned && !IsSigned(headers, now) => NoProof,
            _ => null,
        };
    }

    public Proof Check(IHeaderDictionary headers, byte[] body)
    {
        var now = accepted;
        var bearer = CheckBearer(headers.Authorization.ToString(), now);
        var ghl = CheckGhl(headers[GhlSignatureHeader].ToString(), body, now);
        var meta = CheckMeta(headers[MetaSignatureHeader].ToString(), body, now);

        if (bearer == Finding.Wrong) return new(WrongSecret);
        if (ghl == Finding.Wrong) return new($"{GhlSignatureHeader} does not fit the body");
        if (meta == Finding.Wrong) return new($"{MetaSignatureHeader} does not fit the body");
        if (bearer == Finding.Right || ghl == Finding.Right || meta == Finding.Right) return new(null, ghl == Finding.Right);
        return new(now.AllowUnsigned ? null : NoProof);
    }

    public bool IsMetaVerifyToken(string? token) =>
        accepted.MetaVerifyToken is { } expected && token is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), expected);

    public void Dispose() => changes?.Dispose();

    private static Finding CheckBearer(string header, Accepted now)
    {
        const string scheme = "Bearer ";
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) || now.Secrets.Count == 0) return Finding.Missing;

        // Hashes have one length and are all compared, so that the time taken tells nothing.
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(header[scheme.Length..].Trim()));
        var right = false;
        foreach (var secret in now.Secrets) right |= CryptographicOperations.FixedTimeEquals(given, secret);
        return right ? Finding.Right : Finding.Wrong;
    }

    private static bool IsSigned(IHeaderDictionary headers, Accepted now) =>
        IsGiven(headers[GhlSignatureHeader].ToString()) || (now.MetaAppSecret is not null && headers[MetaSignatureHeader].Count > 0);

    // GHL writes "N/A" where it does not sign.
    private static bool IsGiven(string signature) => signature.Length > 0 && !signature.Equals("N/A", StringComparison.OrdinalIgnoreCase);

    private static Finding CheckGhl(string header, byte[] body, Accepted now)
    {
        if (!IsGiven(header)) return Finding.Missing;

        var signature = new byte[Ed25519PrivateKeyParameters.SignatureSize];
        if (!Convert.TryFromBase64String(header, signature, out var length) || length != signature.Length) return Finding.Wrong;
        return now.GhlKeys.Any(key => Verifies(key, body, signature)) ? Finding.Right : Finding.Wrong;
    }

    private static bool Verifies(Ed25519PublicKeyParameters key, byte[] body, byte[] signature)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: false, key);
        signer.BlockUpdate(body, 0, body.Length);
        return signer.VerifySignature(signature);
    }

    private static Finding CheckMeta(string header, byte[] body, Accepted now)
    {
        const string prefix = "sha256=";
        if (header.Length == 0 || now.MetaAppSecret is not { } secret) return Finding.Missing;

        var given = new byte[SHA256.HashSizeInBytes];
        return header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && header.Length == prefix.Length + (2 * given.Length)
            && Convert.FromHexString(header.AsSpan(prefix.Length), given, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given, HMACSHA256.HashData(secret, body))
                ? Finding.Right
                : Finding.Wrong;
    }

    private enum Finding
    {
        Missing,
        Right,
        Wrong,
    }

    private sealed record Accepted(
        IReadOnlyList<byte[]> Secrets,
        IReadOnlyList<Ed25519PublicKeyParameters> GhlKeys,
        byte[]? MetaAppSecret,
        byte[]? MetaVerifyToken,
        bool AllowUnsigned)
    {
        public static Accepted From(WebhookOptions options) => new(
            [.. options.Secrets.Append(options.Secret).Where(secret => !string.IsNullOrWhiteSpace(secret)).Select(secret => SHA256.HashData(Encoding.UTF8.GetBytes(secret!.Trim())))],
            [.. (options.GhlPublicKeys.Count > 0 ? options.GhlPublicKeys : [GhlPublishedKey]).Select(KeyOf)],
            string.IsNullOrWhiteSpace(options.MetaAppSecret) ? null : Encoding.UTF8.GetBytes(options.MetaAppSecret.Trim()),
            string.IsNullOrWhiteSpace(options.MetaVerifyToken) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(options.MetaVerifyToken.Trim())),
            options.AllowUnsigned);

        private static Ed25519PublicKeyParameters KeyOf(string text) => Ed25519KeyText.TryRead(text, out var key)
            ? new(key, 0)
            : throw new ConfigurationFaultException($"{WebhookOptions.Section}:{nameof(WebhookOptions.GhlPublicKeys)}: not an Ed25519 public key");
    }
}
