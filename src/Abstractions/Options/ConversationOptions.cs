using System.ComponentModel.DataAnnotations;
using OutletBot.Playbooks;

namespace OutletBot.Options;

/// <summary>The section <c>Conversation</c>: the rules that a conversation runs by.</summary>
public sealed class ConversationOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Conversation";

    /// <summary>What is asked and said: a playbook that is built in (<c>agency</c>, <c>dental-clinic</c>) or a file's path.</summary>
    public string Playbook { get; set; } = PlaybookSource.Default;

    /// <summary>How long the lead must have written nothing before a turn starts.</summary>
    public TimeSpan QuietPeriod { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>The longest wait after the first fragment, however much follows it.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>The budget that qualifies a lead, USD a month.</summary>
    [Range(0, 1_000_000)] public decimal MinimumBudget { get; set; } = 300;

    /// <summary>IANA name of the location's time zone.</summary>
    [Required] public string TimeZone { get; set; } = "America/Chicago";

    /// <summary>The language until the lead's own is known: <c>es</c> or <c>en</c>.</summary>
    [Required, RegularExpression("es|en")] public string Language { get; set; } = "es";

    /// <summary>How many times are offered at most.</summary>
    [Range(1, 10)] public int SlotCount { get; set; } = 5;

    /// <summary>How many days ahead times are offered. GHL gives at most 31.</summary>
    [Range(1, 31)] public int DaysAhead { get; set; } = 7;

    /// <summary>How long an appointment takes.</summary>
    public TimeSpan SlotDuration { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How long the bot stays silent after a person's message before it answers the lead again.</summary>
    public TimeSpan HandOffTimeout { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The contact's tag that silences the bot, for as long as it stands. GHL keeps tags in lower case.</summary>
    [Required]
    public string TakeOverTag
    {
        get;
        set => field = value.Trim().ToLowerInvariant();
    }
    = "bot-off";

    /// <summary>The contact's tag that gives the conversation back to the bot, which takes both tags off again.</summary>
    [Required]
    public string ReleaseTag
    {
        get;
        set => field = value.Trim().ToLowerInvariant();
    }
    = "bot-on";

    /// <summary>
    /// A GHL workflow that opens a conversation with a lead from a form, as WhatsApp lets only a template do. Without one the
    /// greeting goes out by SMS.
    /// </summary>
    public string? GreetingWorkflowId { get; set; }
}
