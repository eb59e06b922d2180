using System.ComponentModel.DataAnnotations;

namespace OutletBot.Options;

/// <summary>The section <c>Agent</c>: the model that speaks, and who María is.</summary>
public sealed class AgentOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Agent";

    /// <summary>The model provider's key. Without one the rule brain answers.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The provider's OpenAI-compatible API, with its version segment.</summary>
    [Required] public string BaseUrl { get; set; } = "https://api.openai.com/v1";

    /// <summary>The model's name.</summary>
    [Required] public string Model { get; set; } = "gpt-4o-mini";

    /// <summary>The provider's model that writes recordings down. Without one whoever sends a recording is asked to type.</summary>
    public string? TranscriptionModel { get; set; }

    /// <summary>The model's time for one turn; past it the rule brain answers.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The agent's name.</summary>
    [Required] public string Name { get; set; } = "María";

    /// <summary>Facts about the business, markdown, that questions are answered from.</summary>
    public string BusinessFacts { get; set; } = "";

    /// <summary>A file that holds <see cref="BusinessFacts"/>, used when that is empty.</summary>
    public string? BusinessFactsFile { get; set; }

    /// <summary>What the provider charges for the model.</summary>
    public ModelPrice Price { get; set; } = new();

    /// <summary>What the model may cost.</summary>
    public ModelBudget Budget { get; set; } = new();
}
