using System.Security.Cryptography;
using System.Text;
using Dashboard.Client;
using Dashboard.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Connections;

/// <summary>Seals credentials for one owner and one connection: a row copied to another person's connection opens for nobody.</summary>
public sealed class CredentialVault(IDbContextFactory<DashboardDb> databases, IDataProtectionProvider protection)
{
    public byte[] Seal(string owner, Guid connection, string apiToken) =>
        Protector(owner, connection).Protect(Encoding.UTF8.GetBytes(apiToken));

    /// <summary>The credential of a person's connection; <see langword="null"/> when it was removed, is another's or can no longer be opened.</summary>
    public async Task<MakeCredential?> OpenAsync(string owner, Guid connection, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = await database.SealedCredentials.AsNoTracking().SingleOrDefaultAsync(row => row.ConnectionId == connection && row.Owner == owner, cancellationToken);
        if (row is null)
            return null;
        try
        {
            return MakeCredential.ApiToken(Encoding.UTF8.GetString(Protector(owner, connection).Unprotect(row.Ciphertext)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string owner, Guid connection) =>
        protection.CreateProtector("Dashboard.Connections.CredentialVault", "v1", owner, connection.ToString("N"));
}
