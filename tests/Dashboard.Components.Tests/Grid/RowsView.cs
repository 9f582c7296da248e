using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests.Grid;

/// <summary>A view over rows written down in a test.</summary>
internal sealed class RowsView(params IReadOnlyList<InboxRow> rows) : IInboxView
{
    public int Count => rows.Count;

    public IInboxGroups? Groups { get; init; }

    public InboxRow this[int position] => rows[position];

    public int PositionOf(NotificationKey key) => rows.Index().FirstOrDefault(row => row.Item.Key == key, (-1, default)).Index;

    /// <summary>The same rows folded together by subject; those of one subject stand together already.</summary>
    public static RowsView BySubject(params IReadOnlyList<InboxRow> rows) => new(rows) { Groups = new SubjectGroups(rows) };

    private sealed class SubjectGroups : IInboxGroups
    {
        private readonly InboxGroup[] _groups;

        public SubjectGroups(IReadOnlyList<InboxRow> rows) => _groups =
        [
            .. rows.Index().GroupBy(row => row.Item.Subject).Select(group => new InboxGroup(
                new GroupKey(InboxGrouping.Failure, group.First().Item.Key.Zone, group.First().Item.Type, group.Key),
                group.Key,
                group.First().Item.Key.Zone,
                group.First().Item.Type,
                group.First().Index,
                group.Count(),
                group.Count(row => row.Item.IsUnread),
                group.Min(row => row.Item.Created),
                group.Max(row => row.Item.Created))),
        ];

        public int Count => _groups.Length;

        public InboxGroup this[int index] => _groups[index];

        public int IndexOf(GroupKey key) => Array.FindIndex(_groups, group => group.Key == key);

        public int IndexAt(int position) => Array.FindLastIndex(_groups, group => group.First <= position);

        public int[] Bars(int index, GroupSpan span, DateTimeOffset now, TimeZoneInfo timeZone) => span == GroupSpan.Day ? [1, 0] : [0, 0, _groups[index].Count];
    }
}
