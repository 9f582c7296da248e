using Dashboard.Client.Wire;

namespace Dashboard.Client;

/// <summary>
/// Make API v2 of one environment, as one caller. Safe for concurrent use. Each method makes exactly one request and never repeats
/// it, unless Make refuses the credential (HTTP 401, so nothing was done) and the source has a renewed one: then once. It ends within
/// its deadline, from asking for the credential to the last byte of the answer. What handlers around it add
/// (<see cref="MakeApiServices.AddMakeApi(Microsoft.Extensions.DependencyInjection.IServiceCollection, string, Action{MakeApiOptions}, Action{Microsoft.Extensions.DependencyInjection.IHttpClientBuilder})"/>)
/// counts towards the same deadline once the request has first left.
/// </summary>
/// <remarks>
/// Every method throws <see cref="MakeException"/> when there is no result, and <see cref="OperationCanceledException"/> only when
/// its own token was cancelled, or a handler around it gave up waiting to send.
/// </remarks>
public sealed class MakeClient
{
    private readonly IMakeApi _api;
    private readonly MakeApiOptions _options;
    private readonly TimeProvider _time;
    private readonly MakeCaller _caller;

    internal MakeClient(IMakeApi api, MakeApiOptions options, TimeProvider time, MakeCaller caller) =>
        (_api, _options, _time, _caller) = (api, options, time, caller);

    /// <summary>The same client as another caller: cheap, and shares the connections.</summary>
    /// <param name="caller">Whose credential is sent.</param>
    public MakeClient As(MakeCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return new(_api, _options, _time, caller);
    }

    /// <summary>One page of the caller's notifications, by id descending. Scope <c>notifications:read</c>.</summary>
    /// <param name="query">The zone, the page, and whether only the unread ones.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<NotificationPage> ListNotificationsAsync(ListNotifications query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Limit is { } limit)
            ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(query));
        if (query.Offset is { } offset)
            ArgumentOutOfRangeException.ThrowIfNegative(offset, nameof(query));

        // JSON's spelling of a boolean, where .NET's would be "True".
        var unreadOnly = query.UnreadOnly switch { true => "true", false => "false", null => null };
        // The order is Make's documented default; it is spelled out because joining pages depends on it.
        return ListAsync(
            (call, token) => _api.ListNotificationsAsync(
                query.ImtZoneId, unreadOnly, "id", "desc", query.Limit, query.Offset, call, token),
            cancellationToken);
    }

    /// <summary>
    /// A notification with its body. Whether reading it marks it as read is not documented. Scope <c>notifications:read</c>.
    /// </summary>
    /// <param name="id">The notification.</param>
    /// <param name="imtZoneId">Its zone; null where the platform has none.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<NotificationDetail> GetNotificationAsync(
        NotificationId id, int? imtZoneId, CancellationToken cancellationToken = default) =>
        (await ReadAsync((call, token) => _api.GetNotificationAsync(id, imtZoneId, call, token), cancellationToken)).Notification;

    /// <summary>Marks all notifications of the zone as read. There is no way to mark one, nor back. Scope <c>notifications:write</c>.</summary>
    /// <param name="imtZoneId">The zone; null where the platform has none.</param>
    /// <param name="cancellationToken">Ends the call; Make may have done it all the same.</param>
    /// <returns>The ids Make says it updated.</returns>
    public Task<IReadOnlyList<NotificationId>> MarkAllReadAsync(int? imtZoneId, CancellationToken cancellationToken = default) =>
        ChangeAsync((call, token) => _api.MarkAllReadAsync(imtZoneId, call, token), cancellationToken);

    /// <summary>Deletes notifications for good. Scope <c>notifications:write</c>.</summary>
    /// <param name="ids">Which; at least one.</param>
    /// <param name="imtZoneId">Their zone; null where the platform has none.</param>
    /// <param name="cancellationToken">Ends the call; Make may have done it all the same.</param>
    /// <returns>The ids Make answered, as answered: often fewer than asked (the published sample asks three and gets two).</returns>
    public async Task<IReadOnlyList<NotificationId>> DeleteNotificationsAsync(
        IReadOnlyCollection<NotificationId> ids, int? imtZoneId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
            throw new ArgumentException("What Make does with an empty list is not documented.", nameof(ids));

        return await ChangeAsync((call, token) => _api.DeleteNotificationsAsync(new(ids), imtZoneId, call, token), cancellationToken);
    }

    /// <summary>The zones of Make and their ids.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<ImtZone>> ListZonesAsync(CancellationToken cancellationToken = default) =>
        (await ListAsync(_api.ListZonesAsync, cancellationToken)).ImtZones;

    /// <summary>How many notifications are unread, in total and by zone. Scope <c>user:read</c>.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<UnreadNotifications> GetUnreadAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(_api.GetUnreadAsync, cancellationToken);

    /// <summary>The user behind the credential. An answer does not prove that this is the user's zone.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<MakeUser> GetMeAsync(CancellationToken cancellationToken = default) =>
        (await ReadAsync(_api.GetMeAsync, cancellationToken)).AuthUser;

    /// <summary>What the credential is and which scopes it has.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<MakeAuthorization> GetCurrentAuthorizationAsync(CancellationToken cancellationToken = default) =>
        (await ReadAsync(_api.GetCurrentAuthorizationAsync, cancellationToken)).Authorization;

    /// <summary>The user's organizations, each with its zone. Scope <c>organizations:read</c>.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<Organization>> ListOrganizationsAsync(CancellationToken cancellationToken = default) =>
        (await ListAsync(_api.ListOrganizationsAsync, cancellationToken)).Organizations;

    /// <summary>One organization, with its limit of requests per minute. Scope <c>organizations:read</c>.</summary>
    /// <param name="id">The organization.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Organization> GetOrganizationAsync(int id, CancellationToken cancellationToken = default) =>
        (await ReadAsync((call, token) => _api.GetOrganizationAsync(id, call, token), cancellationToken)).Organization;

    private Task<T> ReadAsync<T>(Func<MakeCall, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
        where T : class =>
        CallAsync(_options.ReadTimeout, _options.MaxAnswerBytes, send, cancellationToken);

    private Task<T> ListAsync<T>(Func<MakeCall, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
        where T : class =>
        CallAsync(_options.ListTimeout, _options.MaxListBytes, send, cancellationToken);

    private async Task<IReadOnlyList<NotificationId>> ChangeAsync(
        Func<MakeCall, CancellationToken, Task<NotificationIdsAnswer>> send, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(_options.ChangeTimeout, _options.MaxListBytes, send, cancellationToken);
        return [.. answer.Notifications.Select(row => row.Id)];
    }

    private async Task<T> CallAsync<T>(
        TimeSpan deadline, int maxBytes, Func<MakeCall, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
        where T : class
    {
        using var late = new CancellationTokenSource(Timeout.InfiniteTimeSpan, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var call = new MakeCall(_caller, maxBytes, deadline, late);
        try
        {
            // Refit gives null for an answer without content, and JSON may say null.
            return await send(call, either.Token) ?? throw Failures.Unreadable("empty");
        }
        catch (OperationCanceledException e)
        {
            if (cancellationToken.IsCancellationRequested)
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            if (!call.IsLate)
                throw;
            throw Failures.Late(e, call.IsSent);
        }
    }
}
