using Dashboard.Client;

namespace Dashboard.Web.Proxy;

/// <summary>The operations of Make that the portal uses, for one connection and within its budget. Failures come as <see cref="MakeException"/>.</summary>
public sealed class ConnectionProxy
{
    private readonly MakeClient _client;
    private readonly Func<Turn, MakeCaller> _callerOf;
    private readonly RequestBudget _budget;
    private readonly Urgency _urgency;
    private readonly Purpose _purpose;
    private int _sent;

    internal ConnectionProxy(MakeClient client, Func<Turn, MakeCaller> callerOf, RequestBudget budget, Urgency urgency, Purpose purpose) =>
        (_client, _callerOf, _budget, _urgency, _purpose) = (client, callerOf, budget, urgency, purpose);

    /// <summary>Hears how each call ended: with its failure, or <see langword="null"/> where there was none.</summary>
    internal Action<MakeFailure?>? Answered { get; init; }

    /// <summary>How many requests were given a place in the budget, those that were sent again among them.</summary>
    public int Sent => Volatile.Read(ref _sent);

    public Task<NotificationPage> ListNotificationsAsync(ListNotifications query, CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).ListNotificationsAsync(query, cancellationToken));

    public Task<NotificationDetail> GetNotificationAsync(NotificationId id, int? imtZoneId, CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).GetNotificationAsync(id, imtZoneId, cancellationToken));

    /// <summary>Marks all of a zone as read. Once it is sent it can't be called back: only Make's answer tells what happened.</summary>
    /// <param name="imtZoneId">The zone; <see langword="null"/> where the environment has none.</param>
    /// <param name="leaving">Runs when there is a place in the budget, right before the request leaves; where it fails nothing is sent.</param>
    /// <param name="cancellationToken">Ends the wait for the place, nothing else.</param>
    public Task<IReadOnlyList<NotificationId>> MarkAllReadAsync(int? imtZoneId, Func<Task> leaving, CancellationToken cancellationToken) =>
        HeardAsync(Change(leaving, cancellationToken).MarkAllReadAsync(imtZoneId, CancellationToken.None));

    /// <summary>Deletes notifications of a zone. Once it is sent it can't be called back: only Make's answer tells what happened.</summary>
    /// <param name="ids">Which; at least one.</param>
    /// <param name="imtZoneId">Their zone; <see langword="null"/> where the environment has none.</param>
    /// <param name="leaving">Runs when there is a place in the budget, right before the request leaves; where it fails nothing is sent.</param>
    /// <param name="cancellationToken">Ends the wait for the place, nothing else.</param>
    public Task<IReadOnlyList<NotificationId>> DeleteNotificationsAsync(
        IReadOnlyCollection<NotificationId> ids, int? imtZoneId, Func<Task> leaving, CancellationToken cancellationToken) =>
        HeardAsync(Change(leaving, cancellationToken).DeleteNotificationsAsync(ids, imtZoneId, CancellationToken.None));

    public Task<UnreadNotifications> GetUnreadAsync(CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).GetUnreadAsync(cancellationToken));

    public Task<IReadOnlyList<ImtZone>> ListZonesAsync(CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).ListZonesAsync(cancellationToken));

    public Task<MakeUser> GetMeAsync(CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).GetMeAsync(cancellationToken));

    public Task<MakeAuthorization> GetCurrentAuthorizationAsync(CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).GetCurrentAuthorizationAsync(cancellationToken));

    public Task<IReadOnlyList<Organization>> ListOrganizationsAsync(CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).ListOrganizationsAsync(cancellationToken));

    public Task<Organization> GetOrganizationAsync(int id, CancellationToken cancellationToken) =>
        HeardAsync(Ask(cancellationToken).GetOrganizationAsync(id, cancellationToken));

    /// <summary>A question: whoever gives it up has it given up at Make, too.</summary>
    private MakeClient Ask(CancellationToken cancellationToken) => _client.As(_callerOf(new Turn(_budget, _urgency, _purpose, Leaves, cancellationToken)));

    /// <summary>A change: whoever gives it up ends no more than the wait for its turn.</summary>
    private MakeClient Change(Func<Task> leaving, CancellationToken waiting) => _client.As(_callerOf(new Turn(
        _budget,
        _urgency,
        _purpose,
        async () =>
        {
            await leaving();
            await Leaves();
        },
        waiting)));

    private async Task<T> HeardAsync<T>(Task<T> call)
    {
        try
        {
            var answer = await call;
            Answered?.Invoke(null);
            return answer;
        }
        catch (MakeException refused)
        {
            Answered?.Invoke(refused.Failure);
            throw;
        }
    }

    private Task Leaves()
    {
        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }
}
