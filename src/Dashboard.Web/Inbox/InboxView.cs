namespace Dashboard.Web.Inbox;

/// <summary>An ordered list of rows in one snapshot. Views of the same rows share all but themselves.</summary>
internal sealed class InboxView : IInboxView
{
    private readonly InboxSnapshot _snapshot;
    private readonly RowOrder _order;
    private readonly SortedRows? _sorted;
    private readonly InboxGroups? _groups;

    /// <summary>Rows as they stand in their order.</summary>
    public InboxView(InboxSnapshot snapshot, SortedRows sorted, RowOrder order) =>
        (_snapshot, _sorted, _order, Count) = (snapshot, sorted, order, sorted.Count);

    /// <summary>Rows group by group.</summary>
    public InboxView(InboxSnapshot snapshot, InboxGroups groups, RowOrder order) =>
        (_snapshot, _groups, _order, Count) = (snapshot, groups, order, groups.Rows);

    /// <summary>No rows.</summary>
    public static IInboxView Empty { get; } = InboxSnapshot.Empty.View(new InboxQuery(), null, default, TimeZoneInfo.Utc, CancellationToken.None);

    public int Count { get; }

    public InboxRow this[int position] => _snapshot.Row(Address(position));

    public IInboxGroups? Groups => _groups;

    public int PositionOf(NotificationKey key)
    {
        if (_snapshot.AddressOf(key) is not { } address)
            return -1;
        var (first, end) = _groups?.RangeOf(address) ?? (0, Count);
        var (low, high) = (first, end);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_order.Compare(Address(middle), address) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < end && Address(low) == address ? low : -1;
    }

    private int Address(int position) => _groups is { } groups ? groups.Address(position) : _sorted![position, _order.Direction];
}
