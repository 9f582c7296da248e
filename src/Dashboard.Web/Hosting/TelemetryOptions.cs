namespace Dashboard.Web.Hosting;

/// <summary>Section <c>Telemetry</c>: where traces, metrics and logs are sent, if anywhere.</summary>
public sealed class TelemetryOptions
{
    /// <summary>
    /// A collector that takes OTLP over HTTP, such as <c>http://localhost:4318</c>; <see langword="null"/> sends nothing. Headers it asks for
    /// come from the environment variable <c>OTEL_EXPORTER_OTLP_HEADERS</c>, as everywhere.
    /// </summary>
    public Uri? Endpoint { get; set; }
}
