using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;

namespace Dashboard.Web.Proxy;

/// <summary>The one place where a sealed credential is opened, and only for the request that needs it.</summary>
internal sealed partial class VaultCredentialSource(
    CredentialVault vault, ConnectionRegister register, MakeGrants grants, TimeProvider time, ILogger<VaultCredentialSource> log) : IMakeCredentialSource
{
    public async ValueTask<MakeCredential> GetAsync(MakeCaller caller, CancellationToken cancellationToken) => caller switch
    {
        ProbeCaller probe => probe.Credential,
        ConnectionCaller connection => await FromDatabaseAsync(() => OpenAsync(connection, cancellationToken)),
        _ => throw new ArgumentException("This app knows two callers, a connection and a probe.", nameof(caller)),
    };

    public async ValueTask<MakeCredential?> RenewAsync(MakeCaller caller, MakeCredential refused, CancellationToken cancellationToken) =>
        caller is ConnectionCaller connection ? await FromDatabaseAsync(() => RenewAsync(connection, refused, cancellationToken)) : null;

    public async ValueTask RefusedAsync(MakeCaller caller, MakeCredential refused, CancellationToken cancellationToken)
    {
        // What was refused may have been replaced since it was sent.
        if (caller is ConnectionCaller connection
            && await FromDatabaseAsync(() => vault.OpenAsync(connection.Owner, connection.Connection, cancellationToken)) is { } opened && CredentialOf(opened).Equals(refused))
        {
            await register.SetReconnectAsync(connection.Owner, connection.Connection, ReconnectReason.Refused, cancellationToken);
        }
    }

    private static MakeCredential CredentialOf(OpenedCredential opened) =>
        opened.IsOAuth ? MakeCredential.OAuth(opened.OAuth.AccessToken) : MakeCredential.ApiToken(opened.ApiToken);

    private async Task<MakeCredential> OpenAsync(ConnectionCaller caller, CancellationToken cancellationToken)
    {
        var opened = await vault.OpenAsync(caller.Owner, caller.Connection, cancellationToken) ?? throw new MakeException(new MakeFailure.NotSignedIn());
        if (!opened.IsOAuth || opened.OAuth.RenewAt > time.GetUtcNow())
            return CredentialOf(opened);
        try
        {
            return MakeCredential.OAuth((await grants.RenewAsync(caller.Owner, caller.Connection, opened.Revision, cancellationToken)).AccessToken);
        }
        catch (MakeException down) when (down.Failure is MakeFailure.Unavailable && opened.OAuth.ExpiresAt > time.GetUtcNow())
        {
            // It still has a while to live.
            return CredentialOf(opened);
        }
    }

    private async Task<MakeCredential?> RenewAsync(ConnectionCaller caller, MakeCredential refused, CancellationToken cancellationToken)
    {
        if (await vault.OpenAsync(caller.Owner, caller.Connection, cancellationToken) is not { IsOAuth: true } opened)
            return null;
        var current = CredentialOf(opened);
        if (current.Equals(refused))
            current = MakeCredential.OAuth((await grants.RenewAsync(caller.Owner, caller.Connection, opened.Revision, cancellationToken)).AccessToken);
        // The request that was refused has used up its place.
        await caller.Turn.Budget.TakeAsync(caller.Turn.Urgency, caller.Turn.Purpose, cancellationToken);
        Log.SentAgain(log, caller.Connection);
        return current;
    }

    private static async Task<T> FromDatabaseAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception busy) when (DatabaseTrouble.IsIn(busy))
        {
            throw new MakeException(new MakeFailure.Unavailable("this portal could not open its sealed tokens"), mayHaveBeenExecuted: false, busy);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Make refused the access token of connection {Connection} and did nothing of what was asked: it was renewed, and the request is sent once more.")]
        public static partial void SentAgain(ILogger logger, Guid connection);
    }
}
