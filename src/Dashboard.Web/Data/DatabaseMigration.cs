using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Data;

/// <summary>Brings the database up to date before anything reads it.</summary>
internal sealed class DatabaseMigration(IDbContextFactory<DashboardDb> databases) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        try
        {
            await database.Database.MigrateAsync(cancellationToken);
        }
        catch (SqliteException unusable)
        {
            // It holds people's sealed tokens: nothing of it is repaired or thrown away unasked.
            throw new InvalidOperationException(
                $"The database {database.Database.GetDbConnection().DataSource} can't be used: {unusable.Message} Nothing in it was changed: put back a copy of it, or move it away to start with an empty one.", unusable);
        }
        // Readers must not wait for a writer.
        await database.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
