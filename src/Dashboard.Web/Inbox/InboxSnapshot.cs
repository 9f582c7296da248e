using Dashboard.Client;
using Dashboard.Web.Inbox.Overview;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>
/// One person's notifications at a moment, over all connections and zones. Immutable and shared by every page of that person. A row is
/// addressed by the number of its chunk and its place there, packed into an <see cref="int"/>.
/// </summary>
public sealed class InboxSnapshot
{
    private const int PlaceBits = 12;
    private const int PlaceMask = RowChunk.Capacity - 1;

    private readonly SubjectTable _subjects;
    private readonly RowChunk[] _chunks;
    private readonly int[] _partOfChunk;
    private readonly int[] _firstChunkOfPart;
    private readonly SharedWork _shared;

    /// <param name="parts">One for each zone of each connection.</param>
    /// <param name="subjects">What the numbers of the rows' subjects stand for.</param>
    /// <param name="before">
    /// The snapshot that this one follows: where only states differ and no row does, what was worked out over its rows still holds.
    /// </param>
    internal InboxSnapshot(IReadOnlyList<ZonePart> parts, SubjectTable subjects, InboxSnapshot? before = null)
    {
        _shared = before is not null && HasRowsOf(before, parts) ? before._shared : new SharedWork();
        Parts = parts;
        _subjects = subjects;
        _chunks = [.. parts.SelectMany(part => part.Rows.Chunks)];
        _partOfChunk = [.. parts.SelectMany((part, number) => Enumerable.Repeat(number, part.Rows.Chunks.Count))];
        _firstChunkOfPart = new int[parts.Count];
        for (var part = 1; part < parts.Count; part++)
            _firstChunkOfPart[part] = _firstChunkOfPart[part - 1] + parts[part - 1].Rows.Chunks.Count;
        Count = parts.Sum(part => part.Rows.Count);
    }

    /// <summary>Nothing is known yet.</summary>
    public static InboxSnapshot Empty { get; } = new([], new SubjectTable(TimeProvider.System));

    public IReadOnlyList<ZonePart> Parts { get; }

    public int Count { get; }

    /// <summary>Make's unread counts added up over the parts; what one zone's count is not known for is left out.</summary>
    public int Unread => Parts.Sum(part => part.State.Unread ?? 0);

    /// <summary>The row of a key, or <see langword="null"/> where this snapshot has none.</summary>
    public InboxRow? Find(NotificationKey key) => AddressOf(key) is { } address ? Row(address) : null;

    /// <summary>The rows of one zone domain with this id; more than one only where several connections see the zone.</summary>
    public IEnumerable<InboxRow> Find(string zone, NotificationId id) => Parts
        .Where(part => string.Equals(part.Zone.Domain, zone, StringComparison.OrdinalIgnoreCase))
        .Select(part => Find(new NotificationKey(part.Connection.Id, part.Zone.Domain, id)))
        .OfType<InboxRow>();

    /// <summary>The rows of one zone domain that were created in a span of time, both ends included.</summary>
    public IEnumerable<InboxRow> CreatedBetween(string zone, DateTimeOffset from, DateTimeOffset to)
    {
        var (first, last) = (from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        return Enumerable.Range(0, Parts.Count)
            .Where(part => string.Equals(Parts[part].Zone.Domain, zone, StringComparison.OrdinalIgnoreCase))
            .SelectMany(part => Addresses(part, (chunk, place) => chunk.Created(place) >= first && chunk.Created(place) <= last))
            .Select(Row);
    }

    /// <summary>The part a key belongs to, or <see langword="null"/> where the connection or the zone is not the person's.</summary>
    public ZonePart? PartOf(NotificationKey key) => Parts.FirstOrDefault(part => Owns(part, key));

    /// <summary>How many rows of its zone stand above a notification in Make's list, as far as they are shown; 0 where there is no such row.</summary>
    public int RowsAbove(NotificationKey key) => PartOf(key)?.Rows is { } rows && rows.Find(key.Id) is var (chunk, index)
        ? rows.Chunks.Take(chunk).Sum(above => above.Count) + index
        : 0;

    /// <summary>The unread ones of a zone, highest id first.</summary>
    public IEnumerable<NotificationId> UnreadIn(ZonePart zone) =>
        from chunk in zone.Rows.Chunks
        where chunk.Unread > 0
        from place in Enumerable.Range(0, chunk.Count)
        where chunk.Read(place) == StoredRow.Unread
        select new NotificationId(chunk.Id(place));

    /// <summary>How far this snapshot reaches, to hold back what comes later.</summary>
    public InboxWatermark Watermark => new(Parts);

    /// <summary>The query applied to this snapshot. Takes time at a million rows: not for a circuit's thread.</summary>
    /// <param name="query">What is wanted.</param>
    /// <param name="upTo">Leaves out rows that arrived after this mark; <see langword="null"/> for none.</param>
    /// <param name="now">What ages are counted from.</param>
    /// <param name="timeZone">The reader's, which days begin and end in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">A regular expression takes too long; the message is for people.</exception>
    public IInboxView View(InboxQuery query, InboxWatermark? upTo, DateTimeOffset now, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var order = new RowOrder(this, query, cancellationToken);
        var rows = new ViewQuestion(
            query.Where,
            SortText.Print(order.Columns),
            upTo?.HoldsBack(Parts) == true ? upTo : null,
            timeZone,
            MinuteOf(query, now));
        if (query.Group is not { } group)
            return new InboxView(this, Sorted(), order);
        var groups = _shared.Get(
            rows with { Grouping = group, Direction = order.Direction },
            () => new InboxGroups(this, Sorted().InDirection(order.Direction), query.Sort, new GroupCodes(this, group, timeZone), cancellationToken),
            cancellationToken);
        return new InboxView(this, groups, order);

        SortedRows Sorted() => _shared.Get(
            rows,
            () => QueryTime.Of(() => RowSorter.Sort(this, WantedRows.Addresses(this, Compiled(query, now, timeZone, cancellationToken), upTo, cancellationToken), order, cancellationToken)),
            cancellationToken);
    }

    /// <summary>Figures of the rows that the query wants. Takes time at a million rows: not for a circuit's thread.</summary>
    /// <param name="query">What is wanted; its order and grouping do not matter.</param>
    /// <param name="by">What counts are stacked by.</param>
    /// <param name="span">The time looked back over.</param>
    /// <param name="now">Lies in the last hour or day, and is what ages are counted from.</param>
    /// <param name="timeZone">The reader's, which hours and days begin in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">A regular expression takes too long; the message is for people.</exception>
    public InboxOverview Overview(InboxQuery query, OverviewBy by, OverviewSpan span, DateTimeOffset now, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var buckets = span switch
        {
            OverviewSpan.Day => TimeBuckets.LastHours(24, now, timeZone),
            OverviewSpan.Fortnight => TimeBuckets.LastDays(14, now, timeZone),
            _ => TimeBuckets.LastDays(60, now, timeZone),
        };
        return _shared.Get(
            new OverviewQuestion(query.Where, by, span, buckets.Bounds[^1], timeZone, MinuteOf(query, now)),
            () => OverviewFigures.Of(this, WantedRows.Bits(this, Compiled(query, now, timeZone, cancellationToken), null, cancellationToken), by, buckets, timeZone, cancellationToken),
            cancellationToken);
    }

    /// <summary>How many rows that the query wants arrived after a mark.</summary>
    public int CountAfter(InboxWatermark mark, InboxQuery query, DateTimeOffset now, TimeZoneInfo timeZone, CancellationToken cancellationToken) =>
        WantedRows.CountAfter(this, Compiled(query, now, timeZone, cancellationToken), mark);

    /// <summary>How many rows the query wants, and how many of them are unread. Asked again within a minute, the answer is known.</summary>
    /// <inheritdoc cref="View"/>
    public RowCount CountOf(InboxQuery query, DateTimeOffset now, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        return _shared.Count(
            (query.Where, timeZone, now.ToUnixTimeSeconds() / 60),
            () => new RowCount(Found(query.Where), Found(Condition.AllOf(query.Where, new Condition.Unread(true)))));

        int Found(Condition condition) => WantedRows.CountAfter(this, Compiled(new InboxQuery { Where = condition }, now, timeZone, cancellationToken), null);
    }

    /// <summary>What stands to be marked as read in each of these zones. Takes time at a million rows: not for a circuit's thread.</summary>
    /// <param name="zones">Zones of this snapshot.</param>
    /// <param name="query">What the person looks at.</param>
    /// <param name="seen">Whether a notification was on their screen.</param>
    /// <param name="now">What ages are counted from.</param>
    /// <param name="timeZone">The reader's, which days begin and end in.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TimeoutException">A regular expression takes too long; the message is for people.</exception>
    public IReadOnlyList<UnreadCount> UnreadOf(
        IReadOnlyList<ZonePart> zones, InboxQuery query, Func<NotificationKey, bool> seen, DateTimeOffset now, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var wanted = query with { Where = Condition.AllOf(query.Where, new Condition.Unread(true)) };
        var matching = WantedRows.Addresses(this, Compiled(wanted, now, timeZone, cancellationToken), null, cancellationToken).CountBy(address => Parts[Part(address)]).ToDictionary();
        return [.. zones.Select(zone => new UnreadCount(
            matching.GetValueOrDefault(zone),
            UnreadIn(zone).Count(id => !seen(new NotificationKey(zone.Connection.Id, zone.Zone.Domain, id)))))];
    }

    /// <summary>The distinct subjects by number, and maybe some that came later.</summary>
    internal ReadOnlySpan<string> Subjects => _subjects.Known;

    internal IReadOnlyList<RowChunk> Chunks => _chunks;

    internal ZonePart PartOfChunk(int chunk) => Parts[_partOfChunk[chunk]];

    internal RowChunk Chunk(int address) => _chunks[address >> PlaceBits];

    internal static int Place(int address) => address & PlaceMask;

    internal UInt128 Id(int address) => Chunk(address).Id(Place(address));

    /// <summary>The address of the first place of a part.</summary>
    internal int FirstAddress(int part) => _firstChunkOfPart[part] << PlaceBits;

    internal int Part(int address) => _partOfChunk[address >> PlaceBits];

    /// <summary>The addresses of a part's rows that are wanted, highest id first.</summary>
    internal int[] Addresses(int part, Func<RowChunk, int, bool> wanted)
    {
        var chunks = Parts[part].Rows.Chunks;
        var addresses = new List<int>(Parts[part].Rows.Count);
        for (var chunk = 0; chunk < chunks.Count; chunk++)
        {
            var first = (_firstChunkOfPart[part] + chunk) << PlaceBits;
            for (var place = 0; place < chunks[chunk].Count; place++)
            {
                if (!chunks[chunk].IsLeaving(place) && wanted(chunks[chunk], place))
                    addresses.Add(first | place);
            }
        }

        return [.. addresses];
    }

    internal int? AddressOf(NotificationKey key)
    {
        for (var part = 0; part < Parts.Count; part++)
        {
            if (Owns(Parts[part], key) && Parts[part].Rows.Find(key.Id) is var (chunk, index))
                return (_firstChunkOfPart[part] + chunk) << PlaceBits | index;
        }

        return null;
    }

    internal InboxRow Row(int address)
    {
        var (chunk, place, part) = (Chunk(address), Place(address), Parts[Part(address)]);
        var read = chunk.Read(place);
        return new InboxRow(
            new NotificationKey(part.Connection.Id, part.Zone.Domain, new NotificationId(chunk.Id(place))),
            _subjects[chunk.Subject(place)],
            chunk.Type(place),
            DateTimeOffset.FromUnixTimeMilliseconds(chunk.Created(place)),
            read == StoredRow.Unread ? null : DateTimeOffset.FromUnixTimeMilliseconds(read),
            chunk.IsDone(place));
    }

    private CompiledFilter Compiled(InboxQuery query, DateTimeOffset now, TimeZoneInfo timeZone, CancellationToken cancellationToken) =>
        CompiledFilter.Compile(query.Where, _subjects.Matches, _subjects.Known, now, timeZone, cancellationToken);

    internal string Subject(int number) => _subjects[number];

    internal int? SubjectNumber(string subject) => _subjects.Find(subject);

    internal Scenarios Scenarios() => _subjects.Scenarios();

    internal int[] SubjectRanks(CancellationToken cancellationToken) => _subjects.Ranks(cancellationToken);

    /// <summary>Ages are counted anew each minute; a query that asks for none has the same answer all the time.</summary>
    private static long MinuteOf(InboxQuery query, DateTimeOffset now) => query.Where.HasAge ? now.ToUnixTimeSeconds() / 60 : 0;

    private static bool HasRowsOf(InboxSnapshot before, IReadOnlyList<ZonePart> parts) =>
        parts.Count == before.Parts.Count && parts.Zip(before.Parts).All(pair => pair.First.Rows == pair.Second.Rows && pair.First.Zone == pair.Second.Zone && pair.First.Connection.Id == pair.Second.Connection.Id);

    private static bool Owns(ZonePart part, NotificationKey key) =>
        part.Connection.Id == key.ConnectionId && string.Equals(part.Zone.Domain, key.Zone, StringComparison.OrdinalIgnoreCase);
}
