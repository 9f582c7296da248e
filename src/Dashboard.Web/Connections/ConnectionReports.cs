using Dashboard.Web.Proxy;

namespace Dashboard.Web.Connections;

/// <summary>Tells owners how their connections fare, by what the proxy has seen. Asks nothing of Make.</summary>
public sealed class ConnectionReports(MakeProxy proxy)
{
    public ConnectionReport Of(Connection connection)
    {
        var (budget, uses, last) = (proxy.Budget(connection), proxy.Uses(connection), proxy.LastAnswer(connection));
        return new ConnectionReport(
            budget.PerMinute,
            budget.Left,
            budget.PausedUntil,
            budget.Sharing,
            uses.Sum(use => use.Feed),
            uses.Sum(use => use.Detail),
            uses.Sum(use => use.Action),
            uses.Sum(use => use.Check),
            last.SucceededAt,
            last.FailedAt,
            last.Problem);
    }
}
