using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;

namespace Dashboard.Web.Actions;

/// <summary>How one kind of action asks Make, and what an answer or a look tells about it.</summary>
internal interface IBatchRequest
{
    /// <summary>Sends what is open of a batch.</summary>
    /// <param name="make">Asks as the batch's connection.</param>
    /// <param name="batch">What is sent.</param>
    /// <param name="zone">Its zone.</param>
    /// <param name="leaving">Runs right before the request leaves.</param>
    /// <param name="cancellationToken">Ends the wait for a place in the budget.</param>
    /// <returns>The ids that Make's answer names.</returns>
    Task<IReadOnlyList<NotificationId>> SendAsync(ConnectionProxy make, ActionBatch batch, Zone zone, Func<Task> leaving, CancellationToken cancellationToken);

    /// <summary>What Make's answer says about a batch.</summary>
    ActionBatch Answered(ActionBatch batch, IReadOnlyList<NotificationId> answered);

    /// <summary>Looks at Make's lists, and what they say about a batch.</summary>
    Task<ActionBatch> LookAsync(NotificationLookup lookup, ConnectionProxy make, ActionBatch batch, Zone zone, CancellationToken cancellationToken);
}
