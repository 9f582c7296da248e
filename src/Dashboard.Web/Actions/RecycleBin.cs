using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Hosting;
using Dashboard.Web.Inbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Actions;

/// <summary>
/// What was deleted through the portal and is kept sealed for its owner for some days. Make has none of it any more. A notification is here
/// once Make is known to have deleted it and the action is over: what was taken back, or stayed, never was in the bin.
/// </summary>
public sealed class RecycleBin
{
    private readonly IDbContextFactory<DashboardDb> _databases;
    private readonly ConnectionRegister _connections;
    private readonly BinSeal _seal;
    private readonly TimeProvider _time;

    internal RecycleBin(
        IDbContextFactory<DashboardDb> databases, ConnectionRegister connections, BinSeal seal, IOptions<ActionsOptions> options, TimeProvider time) =>
        (_databases, _connections, _seal, Days, _time) = (databases, connections, seal, options.Value.RecycleBinDays, time);

    /// <summary>How many days a copy is kept; 0 where none are.</summary>
    public int Days { get; }

    /// <summary>Everything in a person's bin. Takes time: not for a circuit's thread.</summary>
    /// <param name="owner">User key of the person.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<BinContents> ReadAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        var rows = new Dictionary<NotificationKey, InboxRow>();
        var deletedAt = new Dictionary<NotificationKey, DateTimeOffset>();
        var unreadable = 0;
        foreach (var (batch, bin) in await OfAsync(database, owner, cancellationToken))
        {
            if (_seal.OpenRows(owner, bin.Sealed) is not { } kept)
            {
                unreadable += batch.Changed.Count;
                continue;
            }

            foreach (var row in kept.Select(row => RowOf(batch, row)).Where(row => batch.Changed.Contains(row.Key.Id)))
                (rows[row.Key], deletedAt[row.Key]) = (row, batch.SettledAt ?? bin.KeptAt);
        }

        var connections = await _connections.ListAsync(owner, cancellationToken);
        return new BinContents(GivenRows.Snapshot(rows.Values.GroupBy(row => (row.Key.ConnectionId, row.Key.Zone)).Select(zone => ZoneOf(connections, zone.Key, [.. zone])), _time), deletedAt, unreadable);
    }

    /// <summary>The body of a notification in the bin as Make sent it; <see langword="null"/> where none was kept: it had not been read in the portal.</summary>
    public async Task<string?> BodyAsync(string owner, NotificationKey key, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        var id = key.Id.ToString();
        var kept = await (from body in database.BinBodies.AsNoTracking()
                          join row in Ended(database, owner) on body.BatchId equals row.BatchId
                          join batch in database.ActionBatches on body.BatchId equals batch.Id
                          where body.NotificationId == id && batch.ConnectionId == key.ConnectionId && batch.Zone == key.Zone
                          orderby batch.Id descending
                          select body.Sealed).FirstOrDefaultAsync(cancellationToken);
        return kept is null ? null : _seal.OpenBody(owner, kept);
    }

    /// <summary>Deletes copies for good: nothing of them is left on the disk.</summary>
    /// <param name="owner">User key of the person.</param>
    /// <param name="keys">Which.</param>
    /// <param name="cancellationToken">Ends the attempt; what was removed stays so.</param>
    public async Task ForgetAsync(string owner, IReadOnlyCollection<NotificationKey> keys, CancellationToken cancellationToken)
    {
        var unwanted = keys.ToHashSet();
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        // Rewriting copies that another page rewrites at the same time would bring back what that page took out.
        await using (var whole = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var (batch, bin) in await OfAsync(database, owner, cancellationToken))
            {
                NotificationId[] ids = [.. batch.Changed.Where(id => unwanted.Contains(new NotificationKey(batch.ConnectionId, batch.Zone, id)))];
                if (ids.Length > 0)
                    await RewriteAsync(database, owner, batch, bin, ids, cancellationToken);
            }

            await whole.CommitAsync(cancellationToken);
        }

        await database.ForgetDeletedAsync(cancellationToken);
    }

    /// <summary>Deletes every copy for good, those that can't be opened included.</summary>
    public async Task ForgetAllAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        await Ended(database, owner).ExecuteDeleteAsync(cancellationToken);
        await database.ForgetDeletedAsync(cancellationToken);
    }

    /// <summary>Removes the copies that the key ring no longer opens.</summary>
    public async Task ForgetUnreadableAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await _databases.CreateDbContextAsync(cancellationToken);
        var closed = (await OfAsync(database, owner, cancellationToken)).Where(kept => _seal.OpenRows(owner, kept.Bin.Sealed) is null).Select(kept => kept.Batch.Id).ToArray();
        await Ended(database, owner).Where(row => closed.Contains(row.BatchId)).ExecuteDeleteAsync(cancellationToken);
        await database.ForgetDeletedAsync(cancellationToken);
    }

    private async Task RewriteAsync(
        DashboardDb database, string owner, ActionBatch batch, BinRowsRecord bin, NotificationId[] gone, CancellationToken cancellationToken)
    {
        var names = gone.Select(id => id.ToString()).ToHashSet();
        var left = (_seal.OpenRows(owner, bin.Sealed) ?? []).Where(row => batch.Changed.Contains(NotificationId.Parse(row.I)) && !names.Contains(row.I)).ToArray();
        var record = database.BinRows.Where(row => row.BatchId == batch.Id);
        if (left.Length == 0)
        {
            await record.ExecuteDeleteAsync(cancellationToken);
            return;
        }

        var copies = _seal.Rows(owner, left);
        await record.ExecuteUpdateAsync(row => row.SetProperty(kept => kept.Sealed, copies), cancellationToken);
        await database.BinBodies.Where(body => body.BatchId == batch.Id && names.Contains(body.NotificationId)).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<(ActionBatch Batch, BinRowsRecord Bin)>> OfAsync(DashboardDb database, string owner, CancellationToken cancellationToken)
    {
        var kept = await (from bin in Ended(database, owner).AsNoTracking()
                          join batch in database.ActionBatches.AsNoTracking() on bin.BatchId equals batch.Id
                          where batch.Changed != ""
                          orderby batch.Id
                          select new { Batch = batch, Bin = bin }).ToListAsync(cancellationToken);
        return [.. kept.Select(one => (ActionBatch.From(one.Batch), one.Bin))];
    }

    /// <summary>Copies of actions that are over. Every question names the owner.</summary>
    private static IQueryable<BinRowsRecord> Ended(DashboardDb database, string owner) => database.BinRows.Where(bin => bin.Owner == owner
        && database.ActionBatches.Any(batch => batch.Id == bin.BatchId
            && database.Actions.Any(action => action.Id == batch.ActionId && action.Owner == owner && action.State == nameof(ActionState.Ended))));

    private static InboxRow RowOf(ActionBatch batch, KeptRow row) => new(
        new NotificationKey(batch.ConnectionId, batch.Zone, NotificationId.Parse(row.I)),
        row.S,
        row.T,
        DateTimeOffset.FromUnixTimeMilliseconds(row.C),
        row.R is { } read ? DateTimeOffset.FromUnixTimeMilliseconds(read) : null);

    /// <summary>A connection may be gone by now; what was deleted through it stays readable.</summary>
    private static (Connection Connection, Zone Zone, IReadOnlyCollection<InboxRow> Rows) ZoneOf(
        IReadOnlyList<Connection> connections, (Guid Connection, string Zone) place, IReadOnlyCollection<InboxRow> rows)
    {
        var connection = connections.FirstOrDefault(own => own.Id == place.Connection);
        var known = connection?.Zones.FirstOrDefault(zone => string.Equals(zone.Domain, place.Zone, StringComparison.OrdinalIgnoreCase));
        var zone = new Zone(known?.ImtZoneId, place.Zone, known?.Name ?? place.Zone);
        return (connection ?? Removed(place.Connection, zone), zone, rows);
    }

    private static Connection Removed(Guid id, Zone zone) => new()
    {
        Id = id,
        Owner = "",
        Environment = "",
        Name = "A connection that was removed",
        AccountId = 0,
        AccountName = "",
        AccountEmail = "",
        Scopes = [],
        Zones = [zone],
        ConnectedAt = default,
    };
}
