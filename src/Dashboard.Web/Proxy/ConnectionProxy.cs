using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>The operations of Make that the portal uses, for one connection and within its budget. Failures come as <see cref="MakeException"/>.</summary>
public sealed class ConnectionProxy(MakeClient client, RequestBudget budget, Urgency urgency, Purpose purpose)
{
    private int _sent;

    /// <summary>Hears how each call ended: with its failure, or <see langword="null"/> where there was none.</summary>
    internal Action<MakeFailure?>? Answered { get; init; }

    /// <summary>How many requests were given a place in the budget.</summary>
    public int Sent => Volatile.Read(ref _sent);

    public Task<NotificationPage> ListNotificationsAsync(ListNotifications query, CancellationToken cancellationToken) =>
        CallAsync(make => make.ListNotificationsAsync(query, cancellationToken), cancellationToken);

    public Task<NotificationDetail> GetNotificationAsync(NotificationId id, int? imtZoneId, CancellationToken cancellationToken) =>
        CallAsync(make => make.GetNotificationAsync(id, imtZoneId, cancellationToken), cancellationToken);

    /// <summary>Marks all of a zone as read. Once it is sent it can't be called back: only Make's answer tells what happened.</summary>
    /// <param name="imtZoneId">The zone; <see langword="null"/> where the environment has none.</param>
    /// <param name="leaving">Runs when there is a place in the budget, right before the request leaves; where it fails nothing is sent.</param>
    /// <param name="cancellationToken">Ends the wait for the place, nothing else.</param>
    public Task<IReadOnlyList<NotificationId>> MarkAllReadAsync(int? imtZoneId, Func<Task> leaving, CancellationToken cancellationToken) =>
        ChangeAsync(make => make.MarkAllReadAsync(imtZoneId, CancellationToken.None), leaving, cancellationToken);

    /// <summary>Deletes notifications of a zone. Once it is sent it can't be called back: only Make's answer tells what happened.</summary>
    /// <param name="ids">Which; at least one.</param>
    /// <param name="imtZoneId">Their zone; <see langword="null"/> where the environment has none.</param>
    /// <param name="leaving">Runs when there is a place in the budget, right before the request leaves; where it fails nothing is sent.</param>
    /// <param name="cancellationToken">Ends the wait for the place, nothing else.</param>
    public Task<IReadOnlyList<NotificationId>> DeleteNotificationsAsync(
        IReadOnlyCollection<NotificationId> ids, int? imtZoneId, Func<Task> leaving, CancellationToken cancellationToken) =>
        ChangeAsync(make => make.DeleteNotificationsAsync(ids, imtZoneId, CancellationToken.None), leaving, cancellationToken);

    public Task<UnreadNotifications> GetUnreadAsync(CancellationToken cancellationToken) =>
        CallAsync(make => make.GetUnreadAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ImtZone>> ListZonesAsync(CancellationToken cancellationToken) =>
        CallAsync(make => make.ListZonesAsync(cancellationToken), cancellationToken);

    public Task<MakeUser> GetMeAsync(CancellationToken cancellationToken) =>
        CallAsync(make => make.GetMeAsync(cancellationToken), cancellationToken);

    public Task<MakeAuthorization> GetCurrentAuthorizationAsync(CancellationToken cancellationToken) =>
        CallAsync(make => make.GetCurrentAuthorizationAsync(cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Organization>> ListOrganizationsAsync(CancellationToken cancellationToken) =>
        CallAsync(make => make.ListOrganizationsAsync(cancellationToken), cancellationToken);

    public Task<Organization> GetOrganizationAsync(int id, CancellationToken cancellationToken) =>
        CallAsync(make => make.GetOrganizationAsync(id, cancellationToken), cancellationToken);

    private Task<T> ChangeAsync<T>(Func<MakeClient, Task<T>> call, Func<Task> leaving, CancellationToken cancellationToken) => CallAsync(
        async make =>
        {
            await leaving();
            return await call(make);
        },
        cancellationToken);

    private async Task<T> CallAsync<T>(Func<MakeClient, Task<T>> call, CancellationToken cancellationToken)
    {
        await budget.TakeAsync(urgency, purpose, cancellationToken);
        Interlocked.Increment(ref _sent);
        try
        {
            var answer = await call(client);
            Answered?.Invoke(null);
            return answer;
        }
        catch (MakeException refused)
        {
            if (refused.Failure is MakeFailure.Throttled throttled)
                budget.Pause(throttled.RetryAfter);
            Answered?.Invoke(refused.Failure);
            throw;
        }
    }
}
