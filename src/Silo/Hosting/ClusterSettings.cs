using System.Net;
using OutletBot.Options;

namespace OutletBot.Silo.Hosting;

/// <summary>The section <c>Cluster</c>: how this silo is found by others. Only a cluster on PostgreSQL needs it.</summary>
internal sealed class ClusterSettings
{
    public const string Section = "Cluster";

    /// <summary>Silos with the same id form one cluster.</summary>
    public string ClusterId { get; set; } = "outletbot";

    /// <summary>Part of every stored row: never change it.</summary>
    public string ServiceId { get; set; } = "outletbot";

    /// <summary>The address that others reach this silo by; in Kubernetes the pod's. Empty: this machine's own.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>Port for other silos; 0 lets the system choose where nobody else needs to know it.</summary>
    public int SiloPort { get; set; }

    /// <summary>Port for gateways; 0 as for <see cref="SiloPort"/>.</summary>
    public int GatewayPort { get; set; }

    /// <summary>Whether Orleans' dashboard collects figures.</summary>
    public bool Dashboard { get; set; } = true;

    /// <summary>Reads the section, before Orleans is set up by it.</summary>
    /// <exception cref="ConfigurationFaultException">A value is wrong.</exception>
    public static ClusterSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<ClusterSettings>() ?? new();
        var findings = new ConfigurationFindings();
        findings.Required("Cluster:ClusterId", settings.ClusterId);
        findings.Required("Cluster:ServiceId", settings.ServiceId);
        findings.Between("Cluster:SiloPort", settings.SiloPort, 0, IPEndPoint.MaxPort);
        findings.Between("Cluster:GatewayPort", settings.GatewayPort, 0, IPEndPoint.MaxPort);
        findings.Check(
            string.IsNullOrEmpty(settings.AdvertisedAddress) || IPAddress.TryParse(settings.AdvertisedAddress, out _),
            "Cluster:AdvertisedAddress", $"'{settings.AdvertisedAddress}' is not an IP address");
        return findings.Result.Failed ? throw new ConfigurationFaultException(findings.Result.FailureMessage) : settings;
    }
}
