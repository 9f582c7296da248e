namespace Dashboard.Web.Proxy;

/// <summary>A caller whose requests wait for their turn.</summary>
internal interface ITakesTurn
{
    Turn Turn { get; }
}
