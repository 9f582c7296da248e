namespace Dashboard.Client.Wire;

/// <summary>The same credential for every caller.</summary>
internal sealed class FixedCredential(MakeCredential credential) : IMakeCredentialSource
{
    public ValueTask<MakeCredential> GetAsync(MakeCaller caller, CancellationToken cancellationToken) => new(credential);
}
