using System.Globalization;
using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Connections;

/// <summary>Who is connected to what. Every question names the owner: nobody sees or touches another person's connection.</summary>
public sealed partial class ConnectionRegister(IDbContextFactory<DashboardDb> databases, TimeProvider time, ILogger<ConnectionRegister> log)
{
    /// <summary>A person's connections were added to, changed or removed; carries the owner's key. Raised after the change is stored.</summary>
    public event Action<string>? Changed;

    public async Task<IReadOnlyList<Connection>> ListAsync(string owner, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var records = await database.Connections.AsNoTracking()
            .Where(row => row.Owner == owner).OrderBy(row => row.ConnectedAt).ToListAsync(cancellationToken);
        return [.. records.Select(Connection.From)];
    }

    /// <summary>
    /// The connection that a person already has to the same account, which a new one takes the place of: under its id, so that what waits for
    /// it goes on and what was marked in it stays.
    /// </summary>
    internal async Task<Guid?> IdOfAsync(Connection connection, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await SameAccount(database, connection).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Adds a connection. One to the same account takes the place of the one before: two would show every notification twice.</summary>
    internal async Task AddAsync(Connection connection, byte[] sealedCredential, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
        // Another page may have connected the same account meanwhile.
        await SameAccount(database, connection).Where(row => row.Id != connection.Id).ExecuteDeleteAsync(cancellationToken);
        var replaced = await database.SealedCredentials.Where(row => row.ConnectionId == connection.Id).ExecuteDeleteAsync(cancellationToken);
        var own = await database.Connections.Where(row => row.Owner == connection.Owner).ToListAsync(cancellationToken);
        var record = connection.ToRecord();
        if (own.Find(row => row.Id == connection.Id) is { } before)
        {
            record.Name = before.Name;
            database.Entry(before).CurrentValues.SetValues(record);
            before.Zones = record.Zones;
        }
        else
        {
            record.Name = FreeName(connection, own);
            database.Connections.Add(record);
        }

        database.SealedCredentials.Add(new SealedCredentialRecord { ConnectionId = connection.Id, Owner = connection.Owner, Ciphertext = sealedCredential });
        await database.SaveChangesAsync(cancellationToken);
        await whole.CommitAsync(cancellationToken);
        if (replaced > 0)
            await database.ForgetDeletedAsync(cancellationToken);
        Changed?.Invoke(connection.Owner);
    }

    /// <summary>Removes a connection and its sealed credential at once.</summary>
    /// <returns>Whether the owner had it.</returns>
    public async Task<bool> RemoveAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var removed = await database.Connections.Where(row => row.Owner == owner && row.Id == id).ExecuteDeleteAsync(cancellationToken);
        if (removed == 0)
            return false;
        await database.ForgetDeletedAsync(cancellationToken);
        Changed?.Invoke(owner);
        return true;
    }

    /// <summary>Gives a connection another name.</summary>
    /// <returns>Whether it has it now: not where the name is empty, too long or taken by another of the owner's.</returns>
    public async Task<bool> RenameAsync(string owner, Guid id, string name, CancellationToken cancellationToken)
    {
        var wanted = name.Trim();
        if (wanted.All(IsInvisible) || wanted.Length > Connection.LongestName || wanted.Any(char.IsControl))
            return false;
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
            var own = await database.Connections.Where(row => row.Owner == owner).ToListAsync(cancellationToken);
            if (own.Find(row => row.Id == id) is not { } renamed || own.Exists(row => row != renamed && IsNamed(row, wanted)))
                return false;
            renamed.Name = wanted;
            await database.SaveChangesAsync(cancellationToken);
            await whole.CommitAsync(cancellationToken);
        }

        Changed?.Invoke(owner);
        return true;
    }

    /// <summary>Notes that a connection has to be connected again, or need not any more. What waits for it goes on waiting; nothing is removed.</summary>
    internal async Task SetReconnectAsync(string owner, Guid id, ReconnectReason? reason, CancellationToken cancellationToken)
    {
        var (name, since) = (reason?.ToString(), reason is null ? (DateTimeOffset?)null : time.GetUtcNow());
        await using (var database = await databases.CreateDbContextAsync(cancellationToken))
        {
            var changed = await database.Connections.Where(row => row.Owner == owner && row.Id == id && row.Reconnect != name)
                .ExecuteUpdateAsync(row => row.SetProperty(connection => connection.Reconnect, name).SetProperty(connection => connection.ReconnectSince, since), cancellationToken);
            if (changed == 0)
                return;
        }

        if (reason is { } known)
            Log.NeedsReconnect(log, id, known);
        else
            Log.IsBack(log, id);
        Changed?.Invoke(owner);
    }

    private static bool IsNamed(ConnectionRecord row, string name) => string.Equals(row.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Its environment; where another has that name, with whose account it is; and where that is taken too, numbered.</summary>
    private static string FreeName(Connection connection, List<ConnectionRecord> others)
    {
        var withAccount = $"{connection.Environment} · {connection.AccountName}";
        return new[] { Cut(connection.Environment, ""), Cut(withAccount, "") }.Concat(Enumerable.Range(2, others.Count + 1).Select(number => Cut(withAccount, $" {number}")))
            .First(name => !others.Exists(other => IsNamed(other, name)));
    }

    /// <summary>What is too long ends earlier, not within a letter, and the number stays.</summary>
    private static string Cut(string name, string number)
    {
        var room = Connection.LongestName - number.Length;
        if (name.Length <= room)
            return name + number;
        return name[..(char.IsHighSurrogate(name[room - 1]) ? room - 1 : room)] + number;
    }

    private static bool IsInvisible(char letter) => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Format;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Connection {Connection} has to be connected again: {Reason}.")]
        public static partial void NeedsReconnect(ILogger logger, Guid connection, ReconnectReason reason);

        [LoggerMessage(LogLevel.Information, "Connection {Connection} can be opened again.")]
        public static partial void IsBack(ILogger logger, Guid connection);
    }

    private static IQueryable<ConnectionRecord> SameAccount(DashboardDb database, Connection connection) => database.Connections
        .Where(row => row.Owner == connection.Owner && row.Environment == connection.Environment && row.AccountId == connection.AccountId);
}
