using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Api;

/// <summary>A person's zones.</summary>
/// <param name="Unread">Unread in all of them, by Make's own counts, as far as they are known.</param>
/// <param name="Zones">One for each zone of each connection.</param>
internal sealed record ZonesAnswer(int Unread, IReadOnlyList<ZonesAnswer.Zone> Zones)
{
    public static ZonesAnswer Of(InboxSnapshot snapshot) => new(
        snapshot.Parts.Sum(part => part.State.Unread ?? 0),
        [.. snapshot.Parts.Select(part => new Zone(
            part.Zone.Domain,
            part.Zone.Name,
            part.Connection.Id,
            part.Connection.Name,
            part.State.Unread,
            part.State.Rows,
            ActionAnswer.Name(part.State.Phase.ToString()),
            part.State.IsPartial,
            part.State.InStepAt,
            part.State.Problem,
            part.State.RetryAt))]);

    /// <param name="Domain">Its domain, which other requests name it by.</param>
    /// <param name="Name">What Make calls it.</param>
    /// <param name="Connection">The connection that sees it.</param>
    /// <param name="ConnectionName">What the person calls that connection.</param>
    /// <param name="Unread">Make's own count of unread ones; nothing while it is unknown.</param>
    /// <param name="Rows">Rows that the portal holds.</param>
    /// <param name="Phase"><c>waiting</c>, <c>loading</c>, <c>inStep</c>, <c>behind</c> or <c>unreadable</c>.</param>
    /// <param name="IsPartial">Older rows are still being fetched.</param>
    /// <param name="InStepAt">When the rows were last known to be as Make has them.</param>
    /// <param name="Problem">Why it is behind or can't be read, in words.</param>
    /// <param name="RetryAt">When it is tried again.</param>
    public sealed record Zone(
        string Domain,
        string Name,
        Guid Connection,
        string ConnectionName,
        int? Unread,
        int Rows,
        string Phase,
        bool IsPartial,
        DateTimeOffset? InStepAt,
        string? Problem,
        DateTimeOffset? RetryAt);
}
