using Dashboard.Web.Actions;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dashboard.Web.Hosting;

/// <summary>Traces from what a person does on a page to the request to Make, metrics and logs; sent only where an endpoint is set.</summary>
internal static class Telemetry
{
    private static readonly string[] Meters =
    [
        PortalMetrics.Name,
        QueryTime.MeterName,
        "Microsoft.AspNetCore.Components",
        "Microsoft.AspNetCore.Components.Lifecycle",
        "Microsoft.AspNetCore.Components.Server.Circuits",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
    ];

    private static readonly string[] Sources = [PageCircuit.SourceName, RunStep.SourceName, "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<PortalMetrics>();
        if (configuration.GetSection("Telemetry").Get<TelemetryOptions>()?.Endpoint is not { } endpoint)
            return services;
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("make-notifications-dashboard"))
            .WithTracing(traces => traces.AddSource(Sources).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithLogging()
            .UseOtlpExporter(OtlpExportProtocol.HttpProtobuf, endpoint);
        return services;
    }
}
