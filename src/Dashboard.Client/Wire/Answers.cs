namespace Dashboard.Client.Wire;

// The envelopes in which Make wraps what it answers, one record for each.

internal sealed record NotificationAnswer(NotificationDetail Notification);

internal sealed record NotificationIdRow(NotificationId Id);

internal sealed record NotificationIdsAnswer(IReadOnlyList<NotificationIdRow> Notifications) : IRows
{
    IEnumerable<object?> IRows.Rows => Notifications;
}

internal sealed record ImtZonesAnswer(IReadOnlyList<ImtZone> ImtZones) : IRows
{
    IEnumerable<object?> IRows.Rows => ImtZones;
}

internal sealed record UserAnswer(MakeUser AuthUser);

internal sealed record AuthorizationAnswer(MakeAuthorization Authorization) : IRows
{
    IEnumerable<object?> IRows.Rows => Authorization.Scope;
}

internal sealed record OrganizationsAnswer(IReadOnlyList<Organization> Organizations) : IRows
{
    IEnumerable<object?> IRows.Rows => Organizations;
}

internal sealed record OrganizationAnswer(Organization Organization);

internal sealed record NotificationIds(IReadOnlyCollection<NotificationId> Ids);
