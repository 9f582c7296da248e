using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>A person's connection asks; its credential is opened for each request and held by none.</summary>
internal sealed class ConnectionCaller(string owner, Guid connection, Turn turn) : MakeCaller(connection.ToString()), ITakesTurn
{
    public string Owner { get; } = owner;

    public Guid Connection { get; } = connection;

    public Turn Turn { get; } = turn;
}
