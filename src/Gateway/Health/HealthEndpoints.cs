using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace OutletBot.Gateway.Health;

internal sealed record ProbeAnswer(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null);

internal sealed record DependencyAnswer(string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Details);

/// <param name="WorkingSet">Bytes that the process holds.</param>
/// <param name="GcHeap">Bytes of the managed heap.</param>
/// <param name="Limit">Bytes that the process may hold.</param>
internal sealed record MemoryAnswer(long WorkingSet, long GcHeap, long Limit);

/// <summary>The answer of <c>/health</c>; the uptime is in seconds.</summary>
internal sealed record HealthAnswer(
    string Status,
    string Version,
    double Uptime,
    MemoryAnswer Memory,
    DependencyAnswer Database,
    DependencyAnswer Cluster,
    DependencyAnswer Model,
    DependencyAnswer Crm);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ProbeAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;

/// <summary>The probes, and what people look at when something is wrong.</summary>
public static class HealthEndpoints
{
    internal static readonly string Version =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Maps <c>/health</c> and the probes under it.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").WithTags("Health").AllowAnonymous();
        health.MapGet("/live", () => Probe(null)).WithSummary("The process makes progress");
        health.MapGet("/ready", async (DependencyChecks checks, IHostApplicationLifetime lifetime) => Probe(await WhyNotReadyAsync(checks, lifetime)))
            .WithSummary("It may take traffic");
        health.MapGet("/startup", async (DependencyChecks checks) => Probe(await WhyNotStartedAsync(checks))).WithSummary("It has joined and migrated");
        health.MapGet("", ReportAsync).WithSummary("Everything at a glance");
    }

    private static async Task<IResult> ReportAsync(DependencyChecks checks, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        var states = await Task.WhenAll(checks.AskAsync("database"), checks.AskAsync("cluster"), ModelAsync(checks), checks.AskAsync("crm"));
        var ready = await WhyNotReadyAsync(checks, lifetime) is null;
        var well = Array.TrueForAll(states, state => state.Status is DependencyStatus.Ok or DependencyStatus.Unknown);
        var memory = GC.GetGCMemoryInfo();
        using var process = Process.GetCurrentProcess();
        var report = new HealthAnswer(
            (ready, well) switch { (false, _) => "unavailable", (true, false) => "degraded", _ => "ok" },
            Version,
            Math.Round((time.GetUtcNow() - new DateTimeOffset(process.StartTime)).TotalSeconds, 1),
            new(Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: false), memory.TotalAvailableMemoryBytes),
            Shown(states[0]), Shown(states[1]), Shown(states[2]), Shown(states[3]));
        return TypedResults.Json(report, HealthJson.Default.HealthAnswer, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A model whose budget is spent works in part.</summary>
    private static async Task<DependencyState> ModelAsync(DependencyChecks checks)
    {
        var (model, budgets) = (await checks.AskAsync("model"), await checks.AskAsync(BudgetHealth.Field));
        if (model.Status == DependencyStatus.Down || budgets.Status != DependencyStatus.Degraded) return model;
        return new(DependencyStatus.Degraded, model.Details is { } details ? $"{details}; {budgets.Details}" : budgets.Details);
    }

    private static async Task<string?> WhyNotReadyAsync(DependencyChecks checks, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return "stopping";
        var database = await checks.AskAsync("database");
        return database.Status == DependencyStatus.Down ? $"database: {database.Details}" : null;
    }

    private static async Task<string?> WhyNotStartedAsync(DependencyChecks checks)
    {
        var database = await checks.AskAsync("database");
        if (database.Status == DependencyStatus.Down) return $"database: {database.Details}";
        var cluster = await checks.AskAsync("cluster");
        return cluster.Status == DependencyStatus.Down ? $"cluster: {cluster.Details}" : null;
    }

    private static JsonHttpResult<ProbeAnswer> Probe(string? wrong) => TypedResults.Json(
        wrong is null ? new("ok") : new ProbeAnswer("unavailable", wrong),
        HealthJson.Default.ProbeAnswer,
        statusCode: wrong is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private static DependencyAnswer Shown(DependencyState state) => new(state.Status.ToString().ToLowerInvariant(), state.Details);
}
