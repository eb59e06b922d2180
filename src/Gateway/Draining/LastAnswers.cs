namespace OutletBot.Gateway.Draining;

/// <summary>Answers of a process that ends tell callers to connect anew: a connection that is kept would break under their next request.</summary>
internal static class LastAnswers
{
    public static void UseLastAnswers(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use((context, next) =>
        {
            if (stopping.IsCancellationRequested) context.Response.Headers.Connection = "close";
            return next(context);
        });
    }
}
