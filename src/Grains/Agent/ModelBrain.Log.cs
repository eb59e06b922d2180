using Microsoft.Extensions.Logging;

namespace OutletBot.Agent;

internal sealed partial class ModelBrain
{
    [LoggerMessage(2001, LogLevel.Warning, "The model gave no usable answer ({Reason}); the rule brain answers.")]
    private static partial void LogFallback(ILogger logger, string reason);

    [LoggerMessage(2002, LogLevel.Error, "The model provider refuses the account ({Reason}): check Agent:ApiKey, Agent:Model and the account's balance. The rule brain answers meanwhile.")]
    private static partial void LogAccountRefused(ILogger logger, string reason);

    [LoggerMessage(2003, LogLevel.Debug, "The model's reply was not fit to be sent; the templates speak.")]
    private static partial void LogReplyDropped(ILogger logger);
}
