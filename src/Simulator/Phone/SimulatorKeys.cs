using Microsoft.Extensions.Options;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace OutletBot.Simulator.Phone;

/// <summary>The key pair that signs marketplace events in place of GHL's.</summary>
public sealed class SimulatorKeys
{
    // An Ed25519 public key in SubjectPublicKeyInfo is these 12 bytes and the key.
    private static readonly byte[] SpkiPrefix = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];
    private readonly Ed25519PrivateKeyParameters key;

    /// <summary>Takes the key of the configured seed, or makes one.</summary>
    public SimulatorKeys(IOptions<SimulatorOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        key = string.IsNullOrEmpty(options.Value.SigningSeed)
            ? new Ed25519PrivateKeyParameters(new SecureRandom())
            : new Ed25519PrivateKeyParameters(Convert.FromBase64String(options.Value.SigningSeed), 0);
    }

    /// <summary>The public key as base64 of its SubjectPublicKeyInfo: what stands between the lines of a PEM file.</summary>
    public string PublicKey => Convert.ToBase64String([.. SpkiPrefix, .. key.GeneratePublicKey().GetEncoded()]);

    /// <summary>The public key as PEM, the form in which GHL publishes its own.</summary>
    public string PublicKeyPem => $"-----BEGIN PUBLIC KEY-----\n{PublicKey}\n-----END PUBLIC KEY-----\n";

    /// <summary>The signature of a request body, base64, as in <c>X-GHL-Signature</c>.</summary>
    public string Sign(byte[] body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, key);
        signer.BlockUpdate(body, 0, body.Length);
        return Convert.ToBase64String(signer.GenerateSignature());
    }
}
