using System.Globalization;
using System.Threading.RateLimiting;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

/// <summary>Hands the bounds of section <c>Limits</c> to the parts of the server that keep them.</summary>
internal static class Limits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitsOptions>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.Value.RequestBytes;
            kestrel.Limits.MaxConcurrentConnections = limits.Value.Connections;
            kestrel.Limits.MaxConcurrentUpgradedConnections = limits.Value.Connections;
        });
        services.AddOptions<CircuitOptions>().Configure<IOptions<LimitsOptions>>((circuits, limits) =>
        {
            circuits.DetailedErrors = false;
            circuits.DisconnectedCircuitMaxRetained = limits.Value.RetainedPages;
            circuits.DisconnectedCircuitRetentionPeriod = limits.Value.RetainedFor;
            circuits.MaxBufferedUnacknowledgedRenderBatches = limits.Value.PendingRenders;
        });
        services.AddOptions<HubOptions>().Configure<IOptions<LimitsOptions>>((hub, limits) =>
        {
            hub.MaximumReceiveMessageSize = limits.Value.MessageBytes;
            hub.EnableDetailedErrors = false;
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = RefuseAsync;
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitsOptions>>((limiter, limits) =>
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, limits.Value.RequestsPerMinute)));
        return services;
    }

    /// <summary>Says so where a body is announced as larger than it may be; one that only turns out to be so is cut off while it is read.</summary>
    public static void UseRequestBytes(this WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IOptions<LimitsOptions>>().Value.RequestBytes;
        app.Use(async (context, next) =>
        {
            // An endpoint with a bound of its own has words of its own.
            var hasOwn = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null;
            if (!hasOwn && context.Request.ContentLength > bound)
            {
                await TypedResults.Problem(
                    string.Create(CultureInfo.InvariantCulture, $"This request may have {bound} bytes and has {context.Request.ContentLength}. Nothing was done."),
                    statusCode: StatusCodes.Status413PayloadTooLarge,
                    title: "Too large").ExecuteAsync(context);
                return;
            }

            await next(context);
        });
    }

    /// <summary>Open pages talk over one request each, which never ends, and asking for it is counted; files are the same for everybody, and cached.</summary>
    private static RateLimitPartition<string> Partition(HttpContext context, int perMinute) =>
        (context.Request.Path.StartsWithSegments("/_blazor") && !context.Request.Path.Equals("/_blazor/negotiate", StringComparison.OrdinalIgnoreCase)) || context.Request.Path.StartsWithSegments("/health") || StaticFile.IsAsked(context)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(Who(context), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = Window,
                SegmentsPerWindow = 6,
            });

    private static string Who(HttpContext context) =>
        UserKey.Of(context.User)?.ToString() ?? context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        const string Title = "Too many requests";
        var words = string.Create(CultureInfo.InvariantCulture, $"The portal takes a limited number of requests a minute from each person. Wait {seconds} seconds, then try again.");
        if (rejected.HttpContext.Request.Path.StartsWithSegments("/api"))
            await TypedResults.Problem(words, statusCode: StatusCodes.Status429TooManyRequests, title: Title).ExecuteAsync(rejected.HttpContext);
        else
            await TypedResults.Text($"{Title}. {words}", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
    }
}
