using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Export;

/// <summary>More rows than anybody waits for.</summary>
internal sealed class EndlessView : IInboxView
{
    public int Count => int.MaxValue;

    public InboxRow this[int position] => new(new NotificationKey(Guid.Empty, "eu1.make.example", new NotificationId((UInt128)position)), "Again", 1, DateTimeOffset.UnixEpoch, null);

    public int PositionOf(NotificationKey key) => (int)key.Id.Value;
}
