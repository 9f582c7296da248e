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
}
