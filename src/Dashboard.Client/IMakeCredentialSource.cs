namespace Dashboard.Client;

/// <summary>
/// Gives the credential of a caller. Register it as a singleton: the pooled client keeps it, and what differs by caller comes in
/// the argument.
/// </summary>
public interface IMakeCredentialSource
{
    /// <summary>The credential to send for this caller. It is asked on every call and the time it takes counts towards the deadline.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Ends with the call's deadline.</param>
    /// <exception cref="MakeException">The caller has none: a <see cref="MakeFailure.NotSignedIn"/>.</exception>
    ValueTask<MakeCredential> GetAsync(MakeCaller caller, CancellationToken cancellationToken);

    /// <summary>
    /// Make has refused a credential (HTTP 401), so nothing of what was asked was done: another one, to ask the same with once more. Only what
    /// can be renewed has another; by default nothing can.
    /// </summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="refused">What <see cref="GetAsync"/> gave.</param>
    /// <param name="cancellationToken">Ends with the call's deadline.</param>
    /// <returns>The other one; <see langword="null"/> where there is none.</returns>
    /// <exception cref="MakeException">There is none now, or never will be again.</exception>
    ValueTask<MakeCredential?> RenewAsync(MakeCaller caller, MakeCredential refused, CancellationToken cancellationToken) => new((MakeCredential?)null);

    /// <summary>Make has refused a credential for good: what <see cref="GetAsync"/> gave and can't be renewed, or what was renewed just now.</summary>
    /// <param name="caller">Who asked.</param>
    /// <param name="refused">The credential.</param>
    /// <param name="cancellationToken">Ends with the call's deadline.</param>
    ValueTask RefusedAsync(MakeCaller caller, MakeCredential refused, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
