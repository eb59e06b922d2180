namespace OutletBot.Options;

/// <summary>The section <c>Operators</c>: sign-in for <c>/console</c>, <c>/dashboard</c> and <c>/api</c>. Without it those answer on loopback only.</summary>
public sealed class OperatorOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Operators";

    /// <summary>User name of HTTP basic authentication.</summary>
    public string? User { get; set; }

    /// <summary>Password of HTTP basic authentication.</summary>
    public string? Password { get; set; }
}
