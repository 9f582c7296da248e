namespace Dashboard.Web.Proxy;

/// <summary>What one minute's requests were for; a request that was tried again counts each time.</summary>
/// <param name="Minute">The full minute, UTC.</param>
/// <param name="Feed">Requests that kept inboxes in step.</param>
/// <param name="Detail">Requests for notifications that people opened.</param>
/// <param name="Action">Requests for changes, and looks for what became of them.</param>
/// <param name="Check">Requests that tried a credential or looked after a connection.</param>
public sealed record BudgetUse(DateTimeOffset Minute, int Feed = 0, int Detail = 0, int Action = 0, int Check = 0)
{
    public int Total => Feed + Detail + Action + Check;

    /// <summary>With so many requests more.</summary>
    internal BudgetUse And(Purpose purpose, int requests) => purpose switch
    {
        Purpose.Feed => this with { Feed = Feed + requests },
        Purpose.Detail => this with { Detail = Detail + requests },
        Purpose.Action => this with { Action = Action + requests },
        _ => this with { Check = Check + requests },
    };
}
