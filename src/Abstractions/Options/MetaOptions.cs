using System.ComponentModel.DataAnnotations;

namespace OutletBot.Options;

/// <summary>The section <c>Meta</c>: where leads of forms are read from.</summary>
public sealed class MetaOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Meta";

    /// <summary>The Graph API, with its version segment.</summary>
    [Required] public string GraphUrl { get; set; } = "https://graph.facebook.com/v24.0";

    /// <summary>The page's access token.</summary>
    public string? AccessToken { get; set; }
}
