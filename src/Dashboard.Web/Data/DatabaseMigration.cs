using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Data;

/// <summary>Brings the database up to date before anything reads it.</summary>
internal sealed class DatabaseMigration(IDbContextFactory<DashboardDb> databases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.MigrateAsync(cancellationToken);
        // Readers must not wait for a writer.
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
