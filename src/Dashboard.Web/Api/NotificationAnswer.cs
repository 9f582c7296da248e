using Dashboard.Web.Inbox;
using Dashboard.Web.Sharing;

namespace Dashboard.Web.Api;

/// <summary>A notification as scripts read it.</summary>
/// <param name="Id">Make's id: digits, as text, since they may pass what JSON's readers hold as a number.</param>
/// <param name="Zone">Domain of its zone.</param>
/// <param name="Connection">The connection that it came by.</param>
/// <param name="Subject">Make's subject: plain text, not to be trusted as HTML.</param>
/// <param name="Type">Make's type; only 1 is documented.</param>
/// <param name="Created">When Make created it.</param>
/// <param name="Read">When it was read at Make; nothing while it is unread.</param>
/// <param name="Done">Done in the portal, which Make knows nothing of.</param>
/// <param name="Link">The path of its page in the portal.</param>
internal sealed record NotificationAnswer(
    string Id, string Zone, Guid Connection, string Subject, int Type, DateTimeOffset Created, DateTimeOffset? Read, bool Done, string Link)
{
    public static NotificationAnswer Of(InboxRow row) => new(
        row.Key.Id.ToString(), row.Key.Zone, row.Key.ConnectionId, row.Subject, row.Type, row.Created, row.Read, row.IsDone, SharedLinks.PathTo(row.Key));
}
