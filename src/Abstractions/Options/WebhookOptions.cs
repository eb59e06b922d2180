namespace OutletBot.Options;

/// <summary>The section <c>Webhooks</c>: who may call us.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Webhooks";

    /// <summary>Bearer secret of workflow webhooks.</summary>
    public string? Secret { get; set; }

    /// <summary>Further bearer secrets, all accepted, for rotation.</summary>
    public IList<string> Secrets { get; set; } = [];

    /// <summary>Public keys that GHL signs marketplace events with (Ed25519, PEM or the base64 of the key info). Empty: GHL's published key.</summary>
    public IList<string> GhlPublicKeys { get; set; } = [];

    /// <summary>Key of Meta's <c>X-Hub-Signature-256</c>.</summary>
    public string? MetaAppSecret { get; set; }

    /// <summary>What Meta sends back in <c>hub.verify_token</c>.</summary>
    public string? MetaVerifyToken { get; set; }

    /// <summary>Whether a webhook without secret or signature is taken. A wrong one never is.</summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>Webhooks that one caller (address) may send in 10 seconds.</summary>
    public int RequestsPer10Seconds { get; set; } = 100_000;

    /// <summary>Webhooks of one location that are taken in 10 seconds.</summary>
    public int LocationRequestsPer10Seconds { get; set; } = 100_000;

    /// <summary>How long a caller may take to send a body.</summary>
    public TimeSpan BodyTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Bytes of all webhooks' bodies together that are held at once, from their arrival to their answer; past it callers are asked to
    /// come again. The memory that they take, as they are parsed too, is about four times as much.
    /// </summary>
    public int BodyMemory { get; set; } = 32 * 1024 * 1024;

    /// <summary>How long a commit may take before the caller is asked to come again.</summary>
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
