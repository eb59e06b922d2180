using Microsoft.Extensions.Options;
using Orleans.Dashboard;

namespace OutletBot.Gateway.Operators;

/// <summary>
/// Orleans' dashboard, made when somebody first opens it: making it reads and compresses 17 MB of assets, which would hold up
/// every start and stay in memory for pages that are seldom looked at.
/// </summary>
internal static class Dashboard
{
    private const string Path = "/dashboard";

    /// <summary>Maps the dashboard where Orleans runs with it.</summary>
    public static void MapDashboard(this IEndpointRouteBuilder endpoints, string policy)
    {
        var services = endpoints.ServiceProvider;
        if (services.GetService<IGrainFactory>() is null || services.GetService<IConfigureOptions<DashboardOptions>>() is null) return;

        var dashboard = new Lazy<RequestDelegate>(() =>
        {
            var inner = new ApplicationBuilder(services);
            inner.UseRouting();
            inner.UseEndpoints(routes => routes.MapOrleansDashboard(Path));
            return inner.Build();
        });
        endpoints.Map($"{Path}/{{**page}}", context =>
        {
            // Routed anew, among the dashboard's own endpoints.
            context.SetEndpoint(null);
            context.Request.RouteValues.Clear();
            return dashboard.Value(context);
        }).RequireAuthorization(policy).ExcludeFromDescription();
    }
}
