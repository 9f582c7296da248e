using Dashboard.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Connections;

/// <summary>Who is connected to what. Every question names the owner: nobody sees or touches another person's connection.</summary>
public sealed class ConnectionRegister(IDbContextFactory<DashboardDb> databases)
{
    /// <summary>A person's connections were added to or removed; carries the owner's key. Raised after the change is stored.</summary>
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
        var record = connection.ToRecord();
        if (await database.Connections.AnyAsync(row => row.Id == connection.Id, cancellationToken))
            database.Connections.Update(record);
        else
            database.Connections.Add(record);
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

    private static IQueryable<ConnectionRecord> SameAccount(DashboardDb database, Connection connection) => database.Connections
        .Where(row => row.Owner == connection.Owner && row.Environment == connection.Environment && row.AccountId == connection.AccountId);
}
