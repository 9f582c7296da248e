using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>A credential that is being checked before it is sealed.</summary>
internal sealed class ProbeCaller(MakeCredential credential) : MakeCaller("probe")
{
    public MakeCredential Credential { get; } = credential;
}
