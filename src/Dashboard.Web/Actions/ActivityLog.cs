namespace Dashboard.Web.Actions;

/// <summary>What a person has done, with what became of it. Every question names the owner: nobody sees another person's actions.</summary>
public sealed class ActivityLog
{
    private readonly OutboxStore _store;

    internal ActivityLog(OutboxStore store) => _store = store;

    /// <summary>Actions, latest first.</summary>
    /// <param name="owner">User key of the person.</param>
    /// <param name="filter">Which.</param>
    /// <param name="skip">Leaves out so many of the latest.</param>
    /// <param name="take">The most to give.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public Task<IReadOnlyList<NotificationAction>> ListAsync(string owner, ActivityFilter filter, int skip, int take, CancellationToken cancellationToken) =>
        _store.ListAsync(owner, filter, skip, take, cancellationToken);

    /// <summary>How many there are.</summary>
    public Task<int> CountAsync(string owner, ActivityFilter filter, CancellationToken cancellationToken) => _store.CountAsync(owner, filter, cancellationToken);

    /// <summary>An action as it stands; <see langword="null"/> where the person has no such action.</summary>
    public Task<NotificationAction?> FindAsync(string owner, long id, CancellationToken cancellationToken) => _store.FindAsync(owner, id, cancellationToken);

    /// <summary>What became of an action; <see langword="null"/> where the person has no such action.</summary>
    public async Task<ActionReceipt?> ReceiptAsync(string owner, long id, CancellationToken cancellationToken) =>
        await _store.FindAsync(owner, id, cancellationToken) is { } action
            ? new ActionReceipt(action, [.. ZoneReceipt.Of(action.Kind, await _store.BatchesOfAsync(id, cancellationToken))])
            : null;
}
