using Dashboard.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Data;

internal static class DataRegistration
{
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddDbContextFactory<DashboardDb>((provider, options) => options.UseSqlite(new SqliteConnectionStringBuilder
        {
            DataSource = provider.GetRequiredService<IOptions<DashboardOptions>>().Value.PathTo("dashboard.db"),
            // SQLite waits on the calling thread: a locked database must not hold one for the default 30 seconds.
            DefaultTimeout = 5,
        }.ToString()).AddInterceptors(SecureDelete.Instance));
        services.AddHostedService<DatabaseMigration>();
        return services;
    }
}
