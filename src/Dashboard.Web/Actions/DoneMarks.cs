using System.Text.Json;
using Dashboard.Client;
using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Actions;

/// <summary>What people are done with, in the database.</summary>
internal static class DoneMarks
{
    /// <summary>Sets or takes off the marks of some batches, as part of whatever the database is in the middle of.</summary>
    public static async Task SetAsync(DashboardDb database, string owner, IEnumerable<ActionBatch> batches, bool done, CancellationToken cancellationToken)
    {
        foreach (var batch in batches)
        {
            var (connection, zone) = (batch.ConnectionId, batch.Zone.ToLowerInvariant());
            var ids = batch.Ids.Select(id => id.ToString()).ToArray();
            if (done)
            {
                // One statement for ten thousand rows, where a row at a time would take a second.
                await database.Database.ExecuteSqlAsync(
                    $"INSERT OR IGNORE INTO DoneMarks (ConnectionId, Zone, NotificationId, Owner) SELECT {connection}, {zone}, value, {owner} FROM json_each({JsonSerializer.Serialize(ids)})",
                    cancellationToken);
            }
            else
            {
                await database.DoneMarks.Where(row => row.Owner == owner && row.ConnectionId == connection && row.Zone == zone && ids.Contains(row.NotificationId))
                    .ExecuteDeleteAsync(cancellationToken);
            }
        }
    }

    /// <summary>Everything a person is done with, zone by zone.</summary>
    public static async Task<ILookup<(Guid Connection, string Zone), NotificationId>> ReadAsync(DashboardDb database, string owner, CancellationToken cancellationToken)
    {
        var marks = await database.DoneMarks.AsNoTracking().Where(row => row.Owner == owner).ToListAsync(cancellationToken);
        return marks.ToLookup(mark => (mark.ConnectionId, mark.Zone), mark => NotificationId.Parse(mark.NotificationId));
    }
}
