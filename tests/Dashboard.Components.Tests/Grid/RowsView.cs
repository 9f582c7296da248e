using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests.Grid;

/// <summary>A view over rows written down in a test.</summary>
internal sealed class RowsView(params IReadOnlyList<InboxRow> rows) : IInboxView
{
    public int Count => rows.Count;

    public InboxRow this[int position] => rows[position];

    public int PositionOf(NotificationKey key) => rows.Index().FirstOrDefault(row => row.Item.Key == key, (-1, default)).Index;
}
