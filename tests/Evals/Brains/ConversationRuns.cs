using OutletBot.Agent;

namespace OutletBot.Evals;

/// <summary>What plays conversations through the product.</summary>
internal static class ConversationRuns
{
    /// <summary>The run for <c>rules</c> or <c>model</c>, or null when there is none for it.</summary>
    public static IConversationRun? For(string brain) => brain == "rules"
        ? new CoreRun(new RuleBrain())
        : ModelBrains.FromEnvironment() is { } model ? new CoreRun(model) : null;
}
