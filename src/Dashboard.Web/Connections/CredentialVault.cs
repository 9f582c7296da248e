using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dashboard.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Connections;

/// <summary>
/// Seals credentials, one row for each connection, for one owner and that connection: a row copied to another person's connection opens for
/// nobody. Tokens that are renewed are renewed by one process at a time, which holds the row's lease.
/// </summary>
public sealed class CredentialVault(IDbContextFactory<DashboardDb> databases, IDataProtectionProvider protection, ConnectionRegister register, TimeProvider time)
{
    /// <summary>How long a process that has died while it renewed keeps others from it. Longer than the token endpoint may take.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly string _holder = Guid.NewGuid().ToString("N");

    public byte[] Seal(string owner, Guid connection, string apiToken) => Seal(owner, connection, new Payload(Payload.Newest, apiToken, null));

    public byte[] Seal(string owner, Guid connection, OAuthTokens tokens) => Seal(owner, connection, new Payload(Payload.Newest, null, tokens));

    /// <summary>
    /// The credential of a person's connection; <see langword="null"/> when it was removed, is another's, can no longer be opened or has to be
    /// connected again. What can't be opened is noted as such, and what can be again is taken up again.
    /// </summary>
    public async Task<OpenedCredential?> OpenAsync(string owner, Guid connection, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.Connections.AsNoTracking()
            .Where(row => row.Id == connection && row.Owner == owner)
            .LeftJoin(
                database.SealedCredentials.Where(row => row.Owner == owner),
                row => row.Id,
                credential => credential.ConnectionId,
                (row, credential) => new { row.Reconnect, Sealed = credential })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.Reconnect == nameof(ReconnectReason.Refused))
            return null;
        var opened = found.Sealed is null ? null : Open(owner, connection, found.Sealed);
        if (opened is null != (found.Reconnect is not null))
            await register.SetReconnectAsync(owner, connection, opened is null ? ReconnectReason.Unreadable : null, cancellationToken);
        return opened;
    }

    /// <summary>Takes the lease for renewing a credential, if nobody holds it and it was not renewed since it was opened.</summary>
    /// <returns>Whether it was taken.</returns>
    public async Task<bool> LeaseAsync(Guid connection, long revision, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var until = now + Lease;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.SealedCredentials
            .Where(row => row.ConnectionId == connection && row.Revision == revision && (row.LeaseUntil == null || row.LeaseUntil <= now))
            .ExecuteUpdateAsync(row => row.SetProperty(credential => credential.LeaseHolder, _holder).SetProperty(credential => credential.LeaseUntil, until), cancellationToken) > 0;
    }

    /// <summary>Whether this process still holds the lease: not where the connection was removed or connected anew meanwhile.</summary>
    public async Task<bool> HoldsAsync(Guid connection, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Held(database, connection).AnyAsync(cancellationToken);
    }

    /// <summary>Gives the lease back without having renewed anything.</summary>
    public async Task ReleaseAsync(Guid connection, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await Held(database, connection).ExecuteUpdateAsync(
            row => row.SetProperty(credential => credential.LeaseHolder, (string?)null).SetProperty(credential => credential.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
    }

    /// <summary>Keeps renewed tokens in place of those before, and gives the lease back.</summary>
    /// <returns>Whether they were kept: the connection may have been removed or connected anew meanwhile.</returns>
    public async Task<bool> RenewAsync(string owner, Guid connection, long revision, OAuthTokens tokens, CancellationToken cancellationToken)
    {
        var ciphertext = Seal(owner, connection, tokens);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Held(database, connection).Where(row => row.Revision == revision).ExecuteUpdateAsync(
            row => row.SetProperty(credential => credential.Ciphertext, ciphertext)
                .SetProperty(credential => credential.Revision, revision + 1)
                .SetProperty(credential => credential.LeaseHolder, (string?)null)
                .SetProperty(credential => credential.LeaseUntil, (DateTimeOffset?)null),
            cancellationToken) > 0;
    }

    private IQueryable<SealedCredentialRecord> Held(DashboardDb database, Guid connection) =>
        database.SealedCredentials.Where(row => row.ConnectionId == connection && row.LeaseHolder == _holder);

    private byte[] Seal(string owner, Guid connection, Payload payload) => Protector(owner, connection).Protect(JsonSerializer.SerializeToUtf8Bytes(payload));

    private OpenedCredential? Open(string owner, Guid connection, SealedCredentialRecord row)
    {
        try
        {
            var plain = Protector(owner, connection).Unprotect(row.Ciphertext);
            // Until payloads had a version they were an API token alone.
            if (plain is not [(byte)'{', ..])
                return new OpenedCredential(row.Revision, Encoding.UTF8.GetString(plain), null);
            return JsonSerializer.Deserialize<Payload>(plain) is { Version: Payload.Newest } payload && (payload.ApiToken is null) != (payload.OAuth is null)
                ? new OpenedCredential(row.Revision, payload.ApiToken, payload.OAuth)
                : null;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string owner, Guid connection) =>
        protection.CreateProtector("Dashboard.Connections.CredentialVault", "v1", owner, connection.ToString("N"));

    /// <summary>What is sealed.</summary>
    private sealed record Payload(int Version, string? ApiToken, OAuthTokens? OAuth)
    {
        public const int Newest = 1;

        public override string ToString() => "A credential (hidden)";
    }
}
