using Refit;

namespace Dashboard.Client.Wire;

/// <summary>Make API v2 as it is on the wire: paths, query names and bodies as published, and nothing else.</summary>
[PathPrefix("/api/v2")]
internal interface IMakeApi
{
    [Get("/notifications")]
    Task<NotificationPage> ListNotificationsAsync(
        int? imtZoneId,
        string? unreadOnly,
        [AliasAs("pg[sortBy]")] string? sortBy,
        [AliasAs("pg[sortDir]")] string? sortDir,
        [AliasAs("pg[limit]")] int? limit,
        [AliasAs("pg[offset]")] int? offset,
        [Property(MakeCall.Key)] MakeCall call,
        CancellationToken cancellationToken);

    [Get("/notifications/{id}")]
    Task<NotificationAnswer> GetNotificationAsync(
        NotificationId id, int? imtZoneId, [Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);

    [Post("/notifications/mark-as-read?ids=all")]
    Task<NotificationIdsAnswer> MarkAllReadAsync(
        int? imtZoneId, [Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);

    [Delete("/notifications")]
    Task<NotificationIdsAnswer> DeleteNotificationsAsync(
        [Body(buffered: true)] NotificationIds ids,
        int? imtZoneId,
        [Property(MakeCall.Key)] MakeCall call,
        CancellationToken cancellationToken);

    [Get("/enums/imt-zones")]
    Task<ImtZonesAnswer> ListZonesAsync([Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);

    [Get("/users/unread-notifications")]
    Task<UnreadNotifications> GetUnreadAsync([Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);

    [Get("/users/me")]
    Task<UserAnswer> GetMeAsync([Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);

    [Get("/users/me/current-authorization")]
    Task<AuthorizationAnswer> GetCurrentAuthorizationAsync(
        [Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);

    [Get("/organizations?cols[]=id&cols[]=name&cols[]=zone&cols[]=license")]
    Task<OrganizationsAnswer> ListOrganizationsAsync(
        [Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);

    [Get("/organizations/{id}")]
    Task<OrganizationAnswer> GetOrganizationAsync(
        int id, [Property(MakeCall.Key)] MakeCall call, CancellationToken cancellationToken);
}
