using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Grid;

/// <summary>A view written down: the ids of its rows, in order.</summary>
internal sealed class ListedView : IInboxView
{
    private static readonly Guid Connection = Guid.Parse("5f0c4b6e-3f0f-4f4e-9c55-0d7a4c1f1a01");
    private readonly NotificationKey[] _keys;
    private readonly Dictionary<NotificationKey, int> _positions;

    public ListedView(params IEnumerable<int> ids)
    {
        _keys = [.. ids.Select(Key)];
        _positions = _keys.Index().ToDictionary(row => row.Item, row => row.Index);
    }

    public int Count => _keys.Length;

    public InboxRow this[int position] => new(_keys[position], $"Subject {position}", 1, DateTimeOffset.UnixEpoch, null);

    public static NotificationKey Key(int id) => new(Connection, "eu1.make.com", new NotificationId((UInt128)id));

    public int PositionOf(NotificationKey key) => _positions.GetValueOrDefault(key, -1);
}
