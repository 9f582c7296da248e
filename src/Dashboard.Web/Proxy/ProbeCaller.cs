using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>A credential that is being checked before it is sealed.</summary>
internal sealed class ProbeCaller(MakeCredential credential, Turn turn) : MakeCaller("probe"), ITakesTurn
{
    public MakeCredential Credential { get; } = credential;

    public Turn Turn { get; } = turn;
}
