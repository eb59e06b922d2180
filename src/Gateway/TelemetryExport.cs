using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using OutletBot.Gateway.Health;

namespace OutletBot.Gateway;

/// <summary>One trace from webhook to CRM call, and metrics; exported by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
public static class TelemetryExport
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The release, without the commit that it was built of.</summary>
    public static string Version { get; } = HealthEndpoints.Version.Split('+')[0];

    /// <summary>Registers the export of every process: the gateway's begins the trace that the silos' go on with.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(builder.Environment.ApplicationName, serviceVersion: Version))
            .WithTracing(t => t
                .AddSource("OutletBot.*")
                .AddSource("Microsoft.Orleans.Application")
                .AddAspNetCoreInstrumentation()
                // The path of a CRM call names a contact: spans of our own stand for those calls.
                .AddNpgsql()
                .AddOtlpExporter())
            .WithMetrics(m => m
                .AddMeter("OutletBot.*", "Microsoft.Orleans", "Polly", "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
    }
}
