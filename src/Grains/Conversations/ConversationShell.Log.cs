using Microsoft.Extensions.Logging;
using OutletBot.Crm;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    private void LogSuperseded() => LogSuperseded(world.Logger, id);

    private void LogCrmFailed(CrmFailure failure, string message) => LogCrmFailed(world.Logger, id, failure, message);

    private void LogEffectFailed(string effect, CrmFailure failure, string message) => LogEffectFailed(world.Logger, id, effect, failure, message);

    private void LogStepFailed(Exception exception) => LogStepFailed(world.Logger, exception, id);

    private void LogNotToldOn(Exception exception) => LogNotToldOn(world.Logger, exception, id);

    [LoggerMessage(2005, LogLevel.Warning, "An activation of {Conversation} ends without a commit of what it did; the next one looks that up.")]
    private static partial void LogNotToldOn(ILogger logger, Exception exception, ConversationId conversation);

    [LoggerMessage(2001, LogLevel.Information, "Another activation took {Conversation} over; this one stops.")]
    private static partial void LogSuperseded(ILogger logger, ConversationId conversation);

    [LoggerMessage(2002, LogLevel.Warning, "A turn of {Conversation} waits for GHL: {Failure}: {Message}")]
    private static partial void LogCrmFailed(ILogger logger, ConversationId conversation, CrmFailure failure, string message);

    [LoggerMessage(2003, LogLevel.Warning, "{Effect} for {Conversation} failed: {Failure}: {Message}")]
    private static partial void LogEffectFailed(ILogger logger, ConversationId conversation, string effect, CrmFailure failure, string message);

    [LoggerMessage(2004, LogLevel.Error, "A step of {Conversation} failed; it is tried again.")]
    private static partial void LogStepFailed(ILogger logger, Exception exception, ConversationId conversation);
}
