using System.Security.Cryptography;
using Dashboard.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Web.Hosting;

/// <summary>Live: the process answers. Ready: the database and the key ring can be used; Make being down is no reason to restart this app.</summary>
internal static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddDashboardHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: [Ready])
            .AddCheck<KeyRingCheck>("key ring", tags: [Ready]);
        return services;
    }

    public static void MapDashboardHealth(this WebApplication app)
    {
        var reading = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().WithMetadata(reading);
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous().WithMetadata(reading);
    }

    private sealed class DatabaseCheck(IDbContextFactory<DashboardDb> databases) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            return await database.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }

    private sealed class KeyRingCheck(IDataProtectionProvider protection) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var protector = protection.CreateProtector("Health");
            try
            {
                protector.Unprotect(protector.Protect("ready"));
                return Task.FromResult(HealthCheckResult.Healthy());
            }
            catch (CryptographicException)
            {
                return Task.FromResult(HealthCheckResult.Unhealthy());
            }
        }
    }
}
