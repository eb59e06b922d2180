namespace OutletBot.Options;

/// <summary>The section <c>Gateway</c>: how webhooks and pages are served.</summary>
public sealed class GatewayOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Gateway";

    /// <summary>Whether the silo process also serves the gateway.</summary>
    public bool CoHosted { get; set; } = true;

    /// <summary>
    /// Load balancers, as addresses or networks (<c>10.0.0.0/8</c>), whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are
    /// believed. Empty: those headers name nobody.
    /// </summary>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <summary>
    /// How long a process that was asked to end still takes requests while <c>/health/ready</c> answers 503: longer than load balancers
    /// need to notice. At most 15 seconds, as its turns end after it.
    /// </summary>
    public TimeSpan DrainFor { get; set; } = TimeSpan.FromSeconds(5);
}
