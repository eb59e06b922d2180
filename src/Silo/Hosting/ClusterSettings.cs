using System.ComponentModel.DataAnnotations;

namespace OutletBot.Silo.Hosting;

/// <summary>The section <c>Cluster</c>: how this silo is found by others. Only a cluster on PostgreSQL needs it.</summary>
internal sealed class ClusterSettings
{
    public const string Section = "Cluster";

    /// <summary>Silos with the same id form one cluster.</summary>
    [Required] public string ClusterId { get; set; } = "outletbot";

    /// <summary>Part of every stored row: never change it.</summary>
    [Required] public string ServiceId { get; set; } = "outletbot";

    /// <summary>The address that others reach this silo by; in Kubernetes the pod's. Empty: this machine's own.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>Port for other silos; 0 lets the system choose where nobody else needs to know it.</summary>
    [Range(0, 65535)] public int SiloPort { get; set; }

    /// <summary>Port for gateways; 0 as for <see cref="SiloPort"/>.</summary>
    [Range(0, 65535)] public int GatewayPort { get; set; }

    /// <summary>Whether Orleans' dashboard collects figures.</summary>
    public bool Dashboard { get; set; } = true;
}
