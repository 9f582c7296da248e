namespace Dashboard.Web.Inbox;

/// <summary>What the portal lays over the rows that Make has in one zone of one connection. Ids that have no row are allowed, and wait for one.</summary>
/// <param name="Leaving">Their deletion was accepted and is not confirmed yet: no list shows them, until they are taken out of here again.</param>
/// <param name="Done">The person is done with them. Make knows nothing of it.</param>
public sealed record ZoneMarks(RowMarks Leaving, RowMarks Done)
{
    public static ZoneMarks None { get; } = new(RowMarks.Empty, RowMarks.Empty);
}
