using System.Runtime.InteropServices;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox.Overview;

/// <summary>Counts rows for an overview, in one pass over them as they are stored.</summary>
internal sealed class OverviewFigures
{
    /// <summary>Anyone may make up types: those met after so many others are not told apart.</summary>
    private const int MaxTold = 1024;

    private readonly InboxSnapshot _snapshot;
    private readonly TimeBuckets _buckets;
    private readonly GroupCodes _failureCodes;
    private readonly GroupCodes _seriesCodes;
    private readonly GroupNumbers _failures = new();
    private readonly GroupNumbers _series = new();
    private readonly List<Failure> _byFailure = [];
    private readonly List<int[]> _bySeries = [];
    private readonly int[] _others;
    private readonly int[] _rows;
    private readonly int[] _unread;

    private OverviewFigures(InboxSnapshot snapshot, OverviewBy by, TimeBuckets buckets, TimeZoneInfo timeZone)
    {
        (_snapshot, _buckets, _others) = (snapshot, buckets, new int[buckets.Count]);
        (_rows, _unread) = (new int[snapshot.Parts.Count], new int[snapshot.Parts.Count]);
        _failureCodes = new GroupCodes(snapshot, InboxGrouping.Failure, timeZone);
        _seriesCodes = new GroupCodes(snapshot, by == OverviewBy.Zone ? InboxGrouping.Zone : InboxGrouping.Type, timeZone);
    }

    /// <summary>The figures of some rows.</summary>
    /// <param name="snapshot">Whose rows they are.</param>
    /// <param name="wanted">A bit for every address: whether the row counts.</param>
    /// <param name="by">What counts are stacked by.</param>
    /// <param name="buckets">What rows are counted in by their time.</param>
    /// <param name="timeZone">The reader's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static InboxOverview Of(InboxSnapshot snapshot, ulong[] wanted, OverviewBy by, TimeBuckets buckets, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var figures = new OverviewFigures(snapshot, by, buckets, timeZone);
        for (var chunk = 0; chunk < snapshot.Chunks.Count; chunk++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            figures.Add(chunk, wanted);
        }

        var (series, counts) = figures.Stacked();
        return new InboxOverview(series, figures.Bucketed(counts), figures.MostOften(), figures.Zones());
    }

    private void Add(int index, ulong[] wanted)
    {
        var (chunk, first, part) = (_snapshot.Chunks[index], index * RowChunk.Capacity, _snapshot.Part(index * RowChunk.Capacity));
        for (var place = 0; place < chunk.Count; place++)
        {
            if (!RowBits.Contains(wanted, first + place))
                continue;
            var created = chunk.Created(place);
            _rows[part]++;
            if (chunk.Read(place) == StoredRow.Unread)
                _unread[part]++;
            Add(_failureCodes.Of(part, chunk, place), created);
            if (_buckets.Of(created) is >= 0 and var bucket)
                CountsOf(_seriesCodes.Of(part, chunk, place))[bucket]++;
        }
    }

    private void Add(GroupCode failure, long created)
    {
        var number = _failures.Add(failure);
        if (number == _byFailure.Count)
            _byFailure.Add(new Failure(failure, 0, long.MinValue));
        ref var known = ref CollectionsMarshal.AsSpan(_byFailure)[number];
        known.Count++;
        known.Newest = Math.Max(known.Newest, created);
    }

    private int[] CountsOf(GroupCode series)
    {
        if (_series.Count >= MaxTold && _series.Find(series) < 0)
            return _others;
        var number = _series.Add(series);
        if (number == _bySeries.Count)
            _bySeries.Add(new int[_buckets.Count]);
        return _bySeries[number];
    }

    /// <summary>The series with most rows, and all others as one.</summary>
    private (OverviewSeries[] Series, int[][] Counts) Stacked()
    {
        var all = _bySeries.Index().Select(series => (Code: _series[series.Index], Counts: series.Item, Sum: series.Item.Sum()))
            .OrderByDescending(series => series.Sum).ThenBy(series => _seriesCodes.TitleOf(series.Code), StringComparer.Ordinal).ToArray();
        var fit = all.Length <= InboxOverview.MaxSeries && _others.Sum() == 0;
        var told = all[..Math.Min(all.Length, fit ? InboxOverview.MaxSeries : InboxOverview.MaxSeries - 1)];
        foreach (var (_, counts, _) in all[told.Length..])
        {
            for (var bucket = 0; bucket < counts.Length; bucket++)
                _others[bucket] += counts[bucket];
        }

        var series = told.Select(series => new OverviewSeries(_seriesCodes.KeyOf(series.Code), _seriesCodes.TitleOf(series.Code), series.Sum));
        return fit
            ? ([.. series], [.. told.Select(series => series.Counts)])
            : ([.. series, new OverviewSeries(null, "Others", _others.Sum())], [.. told.Select(series => series.Counts), _others]);
    }

    private OverviewBucket[] Bucketed(int[][] counts) =>
    [
        .. Enumerable.Range(0, _buckets.Count).Select(bucket => new OverviewBucket(
            DateTimeOffset.FromUnixTimeMilliseconds(_buckets.Bounds[bucket]),
            DateTimeOffset.FromUnixTimeMilliseconds(_buckets.Bounds[bucket + 1]),
            [.. counts.Select(series => series[bucket])])),
    ];

    private OverviewFailure[] MostOften()
    {
        // The least often stands first, to give way: no need to sort them all.
        var most = new PriorityQueue<Failure, (int Count, long Newest)>();
        foreach (var failure in _byFailure)
        {
            if (most.Count < InboxOverview.MaxFailures)
                most.Enqueue(failure, (failure.Count, failure.Newest));
            else
                most.EnqueueDequeue(failure, (failure.Count, failure.Newest));
        }

        return
        [
            .. most.UnorderedItems.OrderByDescending(failure => failure.Priority).Select(failure => new OverviewFailure(
                _failureCodes.KeyOf(failure.Element.Code), _failureCodes.TitleOf(failure.Element.Code), failure.Element.Count, DateTimeOffset.FromUnixTimeMilliseconds(failure.Element.Newest))),
        ];
    }

    private OverviewZone[] Zones() =>
    [
        .. _snapshot.Parts.Index()
            .GroupBy(part => part.Item.Zone.Domain, StringComparer.OrdinalIgnoreCase)
            .Where(zone => zone.Any(part => _rows[part.Index] > 0))
            .Select(zone => new OverviewZone(zone.First().Item.Zone.Domain, zone.First().Item.Zone.Name, zone.Sum(part => _unread[part.Index]))),
    ];

    private record struct Failure(GroupCode Code, int Count, long Newest);
}
