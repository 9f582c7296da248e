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

    /// <summary>Adds a connection. One to the same account takes the place of the one before: two would show every notification twice.</summary>
    internal async Task AddAsync(Connection connection, byte[] sealedCredential, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var whole = await database.Database.BeginTransactionAsync(cancellationToken);
        var replaced = await database.Connections
            .Where(row => row.Owner == connection.Owner && row.Environment == connection.Environment && row.AccountId == connection.AccountId)
            .ExecuteDeleteAsync(cancellationToken);
        database.Connections.Add(connection.ToRecord());
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
}
