namespace Dashboard.Web.Inbox;

/// <summary>An ordered list of row addresses in one snapshot.</summary>
internal sealed class InboxView(InboxSnapshot snapshot, int[] addresses, RowOrder order, InboxGroups? groups = null) : IInboxView
{
    /// <summary>No rows.</summary>
    public static IInboxView Empty { get; } = new InboxView(InboxSnapshot.Empty, [], new RowOrder(InboxSnapshot.Empty, new InboxQuery()));

    public int Count => addresses.Length;

    public InboxRow this[int position] => snapshot.Row(addresses[position]);

    public IInboxGroups? Groups => groups;

    public int PositionOf(NotificationKey key)
    {
        if (snapshot.AddressOf(key) is not { } address)
            return -1;
        var (low, end) = groups?.RangeOf(address) ?? (0, addresses.Length);
        var high = end;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (order.Compare(addresses[middle], address) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low < end && addresses[low] == address ? low : -1;
    }
}
