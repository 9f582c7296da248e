using Dashboard.Client;
using Dashboard.Web.Hosting;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Connections;

/// <summary>Checks a credential at Make and, if it works, seals it as a new connection; and ends connections.</summary>
public sealed partial class ConnectionSetup(
    ConnectionRegister register, CredentialVault vault, MakeProxy proxy, IOptions<MakeOptions> make, TimeProvider time, ILogger<ConnectionSetup> log)
{
    /// <summary>Connects by an API token.</summary>
    /// <param name="owner">User key of the person.</param>
    /// <param name="environmentName">Name of a configured environment.</param>
    /// <param name="token">The pasted token; never stored or logged in clear.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<ConnectOutcome> ConnectAsync(string owner, string environmentName, string token, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(token.Trim(), out var uuid))
            return make.Value.Find(environmentName) is null ? ConnectOutcome.UnknownEnvironment : ConnectOutcome.NotAToken;
        var apiToken = uuid.ToString("D");
        return await ConnectAsync(
            owner, environmentName, ConnectionKind.ApiToken, MakeCredential.ApiToken(apiToken), connection => vault.Seal(owner, connection, apiToken), cancellationToken);
    }

    /// <summary>Connects by what the person has allowed at Make.</summary>
    /// <param name="owner">User key of the person.</param>
    /// <param name="environmentName">Name of a configured environment.</param>
    /// <param name="tokens">What Make gave out; never stored or logged in clear.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public Task<ConnectOutcome> ConnectAsync(string owner, string environmentName, OAuthTokens tokens, CancellationToken cancellationToken) => ConnectAsync(
        owner, environmentName, ConnectionKind.OAuth, MakeCredential.OAuth(tokens.AccessToken), connection => vault.Seal(owner, connection, tokens), cancellationToken);

    /// <summary>Ends a connection by OAuth at Make, and forgets a connection of either kind whatever Make says.</summary>
    /// <param name="owner">User key of the person.</param>
    /// <param name="id">The connection.</param>
    /// <param name="cancellationToken">Ends the attempt before anything was done.</param>
    public async Task<DisconnectOutcome> DisconnectAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        if ((await register.ListAsync(owner, cancellationToken)).FirstOrDefault(own => own.Id == id) is not { } connection)
            return DisconnectOutcome.Forgotten;
        // What Make does not accept any more it has ended itself.
        var isLive = connection is { Kind: ConnectionKind.OAuth, Reconnect: not ReconnectReason.Refused };
        // Not cancellable: who has pressed "Disconnect" and closed the browser is disconnected, at Make and here.
        var revoked = isLive && await proxy.RevokeAsync(connection, CancellationToken.None);
        await register.RemoveAsync(owner, id, CancellationToken.None);
        if (!isLive)
            return DisconnectOutcome.Forgotten;
        if (revoked)
            return DisconnectOutcome.Revoked;
        Log.NotRevoked(log, id);
        return DisconnectOutcome.NotRevoked;
    }

    private async Task<ConnectOutcome> ConnectAsync(
        string owner, string environmentName, ConnectionKind kind, MakeCredential credential, Func<Guid, byte[]> seal, CancellationToken cancellationToken)
    {
        if (make.Value.Find(environmentName) is not { } environment)
            return ConnectOutcome.UnknownEnvironment;
        try
        {
            var probe = proxy.Probe(owner, environment, credential);
            var connection = await CheckAsync(probe, owner, environment, cancellationToken) with { Kind = kind };
            connection = connection with { Id = await register.IdOfAsync(connection, cancellationToken) ?? connection.Id };
            proxy.Charge(connection, probe);
            await register.AddAsync(connection, seal(connection.Id), cancellationToken);
            return ConnectOutcome.Connected;
        }
        catch (MakeException refused)
        {
            Log.CheckFailed(log, environment.Name, refused.Failure.GetType().Name);
            return refused.Failure switch
            {
                MakeFailure.NotSignedIn or MakeFailure.LacksPermission => ConnectOutcome.Refused,
                MakeFailure.Throttled => ConnectOutcome.Throttled,
                MakeFailure.Unavailable or MakeFailure.Insecure => ConnectOutcome.Unreachable,
                _ => ConnectOutcome.NotMake,
            };
        }
    }

    private async Task<Connection> CheckAsync(ConnectionProxy make, string owner, MakeEnvironment environment, CancellationToken cancellationToken)
    {
        var user = await make.GetMeAsync(cancellationToken);
        var authorization = await make.GetCurrentAuthorizationAsync(cancellationToken);
        var zones = await ZonesAsync(make, environment, cancellationToken);
        var organization = await OrganizationAsync(make, cancellationToken);
        return new Connection
        {
            Id = Guid.NewGuid(),
            Owner = owner,
            Environment = environment.Name,
            Name = environment.Name,
            AccountId = user.Id,
            AccountName = user.Name ?? "",
            AccountEmail = user.Email ?? "",
            OrganizationId = organization?.Id,
            RequestsPerMinute = organization?.License?.ApiLimit,
            Scopes = [.. authorization.Scope],
            Zones = zones,
            ConnectedAt = time.GetUtcNow(),
        };
    }

    /// <summary>White-label installations have no zone list: the host stands for the one zone (reference §1).</summary>
    private static async Task<IReadOnlyList<Zone>> ZonesAsync(ConnectionProxy make, MakeEnvironment environment, CancellationToken cancellationToken)
    {
        try
        {
            var zones = await make.ListZonesAsync(cancellationToken);
            if (zones.Count > 0)
                return [.. zones.Select(zone => new Zone(zone.Id, zone.Domain, zone.Name)).DistinctBy(zone => zone.Domain, StringComparer.OrdinalIgnoreCase)];
        }
        catch (MakeException missing) when (missing.Failure is MakeFailure.NotFound)
        {
        }

        return [new Zone(null, environment.BaseUrl!.Host, environment.Name)];
    }

    /// <summary>The request limit belongs to an organization; without the scope to read it, it stays unknown.</summary>
    private static async Task<Organization?> OrganizationAsync(ConnectionProxy make, CancellationToken cancellationToken)
    {
        Organization? known = null;
        try
        {
            if (await make.ListOrganizationsAsync(cancellationToken) is not [var first, ..])
                return null;
            known = first;
            return await make.GetOrganizationAsync(first.Id, cancellationToken);
        }
        catch (MakeException refused) when (refused.Failure is MakeFailure.LacksPermission or MakeFailure.NotFound)
        {
            return known;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A token for environment {Environment} was not accepted: {Failure}.")]
        public static partial void CheckFailed(ILogger logger, string environment, string failure);

        [LoggerMessage(LogLevel.Warning, "Connection {Connection} was forgotten, but its access could not be revoked at Make.")]
        public static partial void NotRevoked(ILogger logger, Guid connection);
    }
}
