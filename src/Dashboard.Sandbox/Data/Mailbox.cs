using System.Runtime.InteropServices;

namespace Dashboard.Sandbox.Data;

/// <summary>One person's notifications in one zone, ordered by id. Not safe for use from several threads at once.</summary>
internal sealed class Mailbox(EventStream stream)
{
    private readonly record struct Entry(ulong Id, long ReadMilliseconds, int Event);

    private const long Unread = 0;

    private readonly List<Entry> _entries = [];

    public int Count => _entries.Count;

    public int UnreadCount { get; private set; }

    public void Reserve(int entries) => _entries.EnsureCapacity(entries);

    /// <summary>Adds the copy of an event. Ids have to come in ascending order.</summary>
    public void Deliver(ulong id, int place, DateTimeOffset? read = null)
    {
        _entries.Add(new(id, read?.ToUnixTimeMilliseconds() ?? Unread, place));
        if (read is null)
            UnreadCount++;
    }

    /// <summary>A page of the list.</summary>
    public IReadOnlyList<Notification> Page(bool unreadOnly, bool ascending, int offset, int limit)
    {
        var page = new List<Notification>(Math.Min(limit, _entries.Count));
        // Without a filter the offset needs no walk: paging through a million costs each row once.
        var skip = unreadOnly ? offset : 0;
        for (var step = unreadOnly ? 0 : offset; step < _entries.Count && page.Count < limit; step++)
        {
            var entry = _entries[ascending ? step : _entries.Count - 1 - step];
            if (unreadOnly && entry.ReadMilliseconds != Unread)
                continue;
            if (skip-- <= 0)
                page.Add(Row(entry));
        }

        return page;
    }

    public NotificationDetail? Find(ulong id)
    {
        if (PlaceOf(id) is not { } place)
            return null;
        var entry = _entries[place];
        var row = Row(entry);
        return new(row.Id, row.Subject, row.Read, row.Created, row.Type, stream.TextAt(entry.Event).Body(stream.ExecutionAt(entry.Event)));
    }

    /// <summary>Marks one notification as read, unless it is.</summary>
    public void MarkRead(ulong id, DateTimeOffset now)
    {
        if (PlaceOf(id) is { } place && _entries[place].ReadMilliseconds == Unread)
            Mark(place, now);
    }

    /// <summary>Marks all as read and answers the ids that were not.</summary>
    public IReadOnlyList<ulong> MarkAllRead(DateTimeOffset now)
    {
        var marked = new List<ulong>(UnreadCount);
        for (var place = 0; place < _entries.Count; place++)
        {
            if (_entries[place].ReadMilliseconds != Unread)
                continue;
            Mark(place, now);
            marked.Add(_entries[place].Id);
        }

        return marked;
    }

    public bool Contains(ulong id) => PlaceOf(id) is not null;

    public void Delete(IReadOnlySet<ulong> ids)
    {
        UnreadCount -= ids.Count(id => PlaceOf(id) is { } place && _entries[place].ReadMilliseconds == Unread);
        _entries.RemoveAll(entry => ids.Contains(entry.Id));
    }

    private void Mark(int place, DateTimeOffset now)
    {
        _entries[place] = _entries[place] with { ReadMilliseconds = now.ToUnixTimeMilliseconds() };
        UnreadCount--;
    }

    private Notification Row(Entry entry)
    {
        var text = stream.TextAt(entry.Event);
        return new(
            entry.Id,
            text.Subject,
            entry.ReadMilliseconds == Unread ? null : DateTimeOffset.FromUnixTimeMilliseconds(entry.ReadMilliseconds),
            DateTimeOffset.FromUnixTimeMilliseconds(stream.CreatedAt(entry.Event)),
            text.Type);
    }

    private int? PlaceOf(ulong id)
    {
        var place = CollectionsMarshal.AsSpan(_entries).BinarySearch(new ById(id));
        return place < 0 ? null : place;
    }

    private readonly record struct ById(ulong Id) : IComparable<Entry>
    {
        public int CompareTo(Entry other) => Id.CompareTo(other.Id);
    }
}
