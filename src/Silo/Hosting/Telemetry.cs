using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OutletBot.Silo.Hosting;

/// <summary>One trace from webhook to CRM call, and metrics; exported by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal static class Telemetry
{
    private const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[OtlpEndpoint])) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(builder.Environment.ApplicationName, serviceVersion: StartUpReport.Version))
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
