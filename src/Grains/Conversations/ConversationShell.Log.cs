using Microsoft.Extensions.Logging;
using OutletBot.Crm;

namespace OutletBot.Conversations;

internal sealed partial class ConversationShell
{
    private void LogSuperseded(string location) => LogSuperseded(world.Logger, location);

    private void LogCrmFailed(string location, CrmFailure failure, string message) => LogCrmFailed(world.Logger, location, failure, message);

    private void LogEffectFailed(string location, string effect, CrmFailure failure, string message) => LogEffectFailed(world.Logger, location, effect, failure, message);

    private void LogStepFailed(Exception exception, string location) => LogStepFailed(world.Logger, exception, location);

    private void LogNotToldOn(Exception exception, string location) => LogNotToldOn(world.Logger, exception, location);

    [LoggerMessage(2005, LogLevel.Warning, "An activation of a conversation of location {Location} ends without a commit of what it did; the next one looks that up.")]
    private static partial void LogNotToldOn(ILogger logger, Exception exception, string location);

    [LoggerMessage(2001, LogLevel.Information, "Another activation took a conversation of location {Location} over; this one stops.")]
    private static partial void LogSuperseded(ILogger logger, string location);

    [LoggerMessage(2002, LogLevel.Warning, "A turn of location {Location} waits for GHL: {Failure}: {Message}")]
    private static partial void LogCrmFailed(ILogger logger, string location, CrmFailure failure, string message);

    [LoggerMessage(2003, LogLevel.Warning, "{Effect} for location {Location} failed: {Failure}: {Message}")]
    private static partial void LogEffectFailed(ILogger logger, string location, string effect, CrmFailure failure, string message);

    [LoggerMessage(2004, LogLevel.Error, "A step of a conversation of location {Location} failed; it is tried again.")]
    private static partial void LogStepFailed(ILogger logger, Exception exception, string location);
}
