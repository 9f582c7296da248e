namespace Dashboard.Web.Proxy;

/// <summary>What a request needs before it leaves, each time that it does.</summary>
/// <param name="Budget">Pays for it.</param>
/// <param name="Urgency">Who waits for the answer.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Leaving">Runs when there is a place in the budget, right before the request leaves; where it fails nothing is sent.</param>
/// <param name="Waiting">Ends the wait for the place.</param>
internal sealed record Turn(RequestBudget Budget, Urgency Urgency, Purpose Purpose, Func<Task> Leaving, CancellationToken Waiting);
