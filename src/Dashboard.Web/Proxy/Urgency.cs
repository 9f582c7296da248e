namespace Dashboard.Web.Proxy;

/// <summary>Who is waiting for a request: people go before pollers.</summary>
public enum Urgency
{
    /// <summary>A person waits for the answer and may use the whole budget.</summary>
    Person,

    /// <summary>The inbox keeps itself in step; uses at most half of the budget and waits for it.</summary>
    Poll,
}
