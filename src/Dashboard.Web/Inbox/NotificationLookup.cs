using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Hosting;
using Dashboard.Web.Proxy;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Inbox;

/// <summary>
/// Looks in Make's list which notifications are there. The list alone tells: asking for one by its id may mark it as read (reference §6.2).
/// </summary>
internal sealed class NotificationLookup(IOptions<InboxOptions> options)
{
    /// <summary>Which of these are in Make's list.</summary>
    /// <param name="make">Asks as the connection they belong to.</param>
    /// <param name="zone">Their zone.</param>
    /// <param name="ids">At least one.</param>
    /// <param name="unreadOnly">Look among the unread ones only.</param>
    /// <param name="above">How many rows may stand above the highest of them; the nearer to the truth, the fewer requests.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="MakeException">Make could not be asked.</exception>
    public async Task<IReadOnlySet<NotificationId>> FindAsync(
        ConnectionProxy make, Zone zone, IReadOnlyCollection<NotificationId> ids, bool unreadOnly, int above, CancellationToken cancellationToken)
    {
        var (highest, lowest) = (ids.Max(), ids.Min());
        var found = new HashSet<NotificationId>();
        var wanted = ids.ToHashSet();
        var walk = new PageWalk();
        // Rows that went since then have pulled these up.
        for (int? offset = Math.Max(0, above - options.Value.PageSize / 2); offset is { } from;)
        {
            var page = await make.ListNotificationsAsync(
                new ListNotifications { ImtZoneId = zone.ImtZoneId, UnreadOnly = unreadOnly ? true : null, Limit = options.Value.PageSize, Offset = from }, cancellationToken);
            var limit = page.Pg?.Limit is { } applied and > 0 ? Math.Min(applied, options.Value.PageSize) : options.Value.PageSize;
            NotificationId[] listed = [.. page.Notifications.Select(row => row.Id).OrderDescending()];
            if (walk.Lowest is null && from > 0 && (listed.Length == 0 || listed[0] < highest))
            {
                offset = Math.Max(0, from - limit);
                continue;
            }

            if (walk.Step(listed, from, limit, isLast: page.Notifications.Count < limit))
                found.UnionWith(listed.Where(wanted.Contains));
            offset = walk.Lowest <= lowest ? null : walk.NextOffset;
        }

        return found;
    }
}
