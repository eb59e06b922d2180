using System.Data.Common;
using OutletBot.Inbox;

namespace OutletBot.Gateway.Protection;

/// <summary>Turns exceptions of operators' requests into problem documents that tell nothing of the inside.</summary>
internal static class Faults
{
    public static void UseProblemsForFaults(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        StatusCodeSelector = fault => fault is DbException or TimeoutException or InboxUnavailableException
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError,
    });
}
