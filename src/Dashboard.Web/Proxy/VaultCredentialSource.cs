using System.Data.Common;
using Dashboard.Client;
using Dashboard.Web.Connections;

namespace Dashboard.Web.Proxy;

/// <summary>The one place where a sealed credential is opened, and only for the request that needs it.</summary>
internal sealed class VaultCredentialSource(CredentialVault vault) : IMakeCredentialSource
{
    public async ValueTask<MakeCredential> GetAsync(MakeCaller caller, CancellationToken cancellationToken) => caller switch
    {
        ProbeCaller probe => probe.Credential,
        ConnectionCaller connection => await OpenAsync(connection, cancellationToken) ?? throw new MakeException(new MakeFailure.NotSignedIn()),
        _ => throw new ArgumentException("This app knows two callers, a connection and a probe.", nameof(caller)),
    };

    private async Task<MakeCredential?> OpenAsync(ConnectionCaller caller, CancellationToken cancellationToken)
    {
        try
        {
            return await vault.OpenAsync(caller.Owner, caller.Connection, cancellationToken);
        }
        catch (DbException busy)
        {
            throw new MakeException(new MakeFailure.Unavailable("this portal could not open its sealed tokens"), mayHaveBeenExecuted: false, busy);
        }
    }
}
