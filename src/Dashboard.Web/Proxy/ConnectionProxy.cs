using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>The operations of Make that the portal uses, for one connection and within its budget. Failures come as <see cref="MakeException"/>.</summary>
public sealed class ConnectionProxy(MakeClient client, RequestBudget budget, Urgency urgency)
{
    private int _sent;

    /// <summary>How many requests were given a place in the budget.</summary>
    public int Sent => Volatile.Read(ref _sent);

    public Task<NotificationPage> ListNotificationsAsync(ListNotifications query, CancellationToken cancellationToken) =>
        CallAsync(make => make.ListNotificationsAsync(query, cancellationToken), cancellationToken);

    public Task<NotificationDetail> GetNotificationAsync(NotificationId id, int? imtZoneId, CancellationToken cancellationToken) =>
        CallAsync(make => make.GetNotificationAsync(id, imtZoneId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<NotificationId>> MarkAllReadAsync(int? imtZoneId, CancellationToken cancellationToken) =>
        CallAsync(make => make.MarkAllReadAsync(imtZoneId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<NotificationId>> DeleteNotificationsAsync(IReadOnlyCollection<NotificationId> ids, int? imtZoneId, CancellationToken cancellationToken) =>
        CallAsync(make => make.DeleteNotificationsAsync(ids, imtZoneId, cancellationToken), cancellationToken);

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

    private async Task<T> CallAsync<T>(Func<MakeClient, Task<T>> call, CancellationToken cancellationToken)
    {
        await budget.TakeAsync(urgency, cancellationToken);
        Interlocked.Increment(ref _sent);
        try
        {
            return await call(client);
        }
        catch (MakeException refused) when (refused.Failure is MakeFailure.Throttled throttled)
        {
            budget.Pause(throttled.RetryAfter);
            throw;
        }
    }
}
