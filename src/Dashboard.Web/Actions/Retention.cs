using Dashboard.Web.Data;
using Dashboard.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

/// <summary>Removes what has been kept long enough: copies in the recycle bin, then actions with their receipts. What is not over stays.</summary>
internal sealed class Retention(IDbContextFactory<DashboardDb> databases, IOptions<ActionsOptions> options, TimeProvider time, ILogger<Retention> log) : BackgroundService
{
    public static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <summary>Removed by one statement, so that nobody who wants to write waits long.</summary>
    public const int Piece = 100;

    /// <summary>Pieces in one round at most; the next round goes on.</summary>
    public const int MostPieces = 100;

    /// <summary>One round.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (copiesUntil, actionsUntil) = (now.AddDays(-options.Value.RecycleBinDays), now.AddDays(-options.Value.ActivityDays));
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var ended = database.Actions.Where(action => action.State == nameof(ActionState.Ended) || action.State == nameof(ActionState.Undone));
        var copies = database.BinRows.Where(bin => database.ActionBatches.Any(batch =>
            batch.Id == bin.BatchId && ended.Any(action => action.Id == batch.ActionId && action.EndedAt <= copiesUntil)));
        var removed = await InPiecesAsync(
            () => copies.OrderBy(bin => bin.BatchId).Select(bin => bin.BatchId).Take(Piece).ToListAsync(cancellationToken),
            ids => database.BinRows.Where(bin => ids.Contains(bin.BatchId)).ExecuteDeleteAsync(cancellationToken));
        removed |= await InPiecesAsync(
            () => ended.Where(action => action.EndedAt <= actionsUntil).OrderBy(action => action.Id).Select(action => action.Id).Take(Piece).ToListAsync(cancellationToken),
            ids => database.Actions.Where(action => ids.Contains(action.Id)).ExecuteDeleteAsync(cancellationToken));
        if (removed)
            await database.ForgetDeletedAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(Pace, time);
        do
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
            {
                ActionsLog.NotForgotten(log, trouble);
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>Whether there was anything.</returns>
    private static async Task<bool> InPiecesAsync(Func<Task<List<long>>> find, Func<List<long>, Task<int>> remove)
    {
        for (var pieces = 0; pieces < MostPieces; pieces++)
        {
            var ids = await find();
            if (ids.Count > 0)
                await remove(ids);
            if (ids.Count < Piece)
                return pieces > 0 || ids.Count > 0;
        }

        return true;
    }
}
