using System.Collections.Concurrent;
using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;

namespace Dashboard.Web.Proxy;

/// <summary>
/// Renews and ends what people have allowed this portal at Make. A connection's tokens are renewed once for any number of waiting calls, in
/// this process and in every other on the same database: the first takes the lease of the sealed row, the others find its tokens.
/// </summary>
internal sealed partial class MakeGrants(CredentialVault vault, ConnectionRegister register, MakeTokenEndpoint endpoint, TimeProvider time, ILogger<MakeGrants> log)
{
    /// <summary>How often another process's renewal is looked at.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>How often renewed tokens are tried to be kept while the database can't be written: they are the only ones that still work.</summary>
    private const int MostTriesToKeep = 5;

    private readonly ConcurrentDictionary<Guid, Lazy<Task<OAuthTokens>>> _underWay = [];

    /// <summary>Tokens newer than those of a revision. Cancelling ends this caller's wait, and nobody else's.</summary>
    /// <exception cref="MakeException"><see cref="MakeFailure.NotSignedIn"/> when only the person can help; <see cref="MakeFailure.Unavailable"/> when a later try may.</exception>
    public Task<OAuthTokens> RenewAsync(string owner, Guid connection, long revision, CancellationToken cancellationToken) =>
        _underWay.GetOrAdd(connection, _ => new(() => Task.Run(() => RunAsync(owner, connection, revision), CancellationToken.None))).Value.WaitAsync(cancellationToken);

    /// <summary>Ends a connection's grant at Make.</summary>
    /// <returns>Whether nothing is left there that could still be used: the connection is by OAuth, and Make has ended it.</returns>
    public async Task<bool> RevokeAsync(Connection connection, CancellationToken cancellationToken) =>
        await vault.OpenAsync(connection.Owner, connection.Id, cancellationToken) is { OAuth: { } tokens } && await endpoint.RevokeAsync(tokens, cancellationToken);

    private async Task<OAuthTokens> RunAsync(string owner, Guid connection, long revision)
    {
        try
        {
            while (true)
            {
                if (await vault.OpenAsync(owner, connection, CancellationToken.None) is not { OAuth: { } tokens } opened)
                    throw new MakeException(new MakeFailure.NotSignedIn());
                if (opened.Revision != revision)
                    return tokens;
                if (await vault.LeaseAsync(connection, revision, CancellationToken.None))
                    return await RefreshAsync(owner, connection, revision, tokens);
                await Task.Delay(Poll, time);
            }
        }
        finally
        {
            _underWay.TryRemove(connection, out _);
        }
    }

    private async Task<OAuthTokens> RefreshAsync(string owner, Guid connection, long revision, OAuthTokens tokens)
    {
        OAuthTokens renewed;
        try
        {
            renewed = await endpoint.RefreshAsync(tokens.RefreshToken ?? throw new MakeException(new MakeFailure.NotSignedIn()), CancellationToken.None);
        }
        catch (MakeException refused)
        {
            Log.NotRenewed(log, connection, refused.Failure.GetType().Name);
            // What was refused may have been replaced since it was sent.
            if (refused.Failure is MakeFailure.NotSignedIn && await vault.HoldsAsync(connection, CancellationToken.None))
                await register.SetReconnectAsync(owner, connection, ReconnectReason.Refused, CancellationToken.None);
            await vault.ReleaseAsync(connection, CancellationToken.None);
            throw;
        }

        Log.Renewed(log, connection);
        await KeepAsync(owner, connection, revision, renewed);
        return renewed;
    }

    private async Task KeepAsync(string owner, Guid connection, long revision, OAuthTokens renewed)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await vault.RenewAsync(owner, connection, revision, renewed, CancellationToken.None);
                return;
            }
            catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble) && tries < MostTriesToKeep)
            {
                Log.NotKept(log, connection, trouble);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The access of connection {Connection} was renewed.")]
        public static partial void Renewed(ILogger logger, Guid connection);

        [LoggerMessage(LogLevel.Warning, "The access of connection {Connection} could not be renewed: {Failure}.")]
        public static partial void NotRenewed(ILogger logger, Guid connection, string failure);

        [LoggerMessage(LogLevel.Error, "The renewed access of connection {Connection} could not be written down; that is tried again.")]
        public static partial void NotKept(ILogger logger, Guid connection, Exception trouble);
    }
}
