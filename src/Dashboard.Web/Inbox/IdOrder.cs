using System.Buffers;

namespace Dashboard.Web.Inbox;

/// <summary>
/// Puts rows that are alike in the columns of an order by their ids, highest first, and rows of one id by their part. Each part's rows stand by
/// id already, so that merging is enough, and only where rows are alike at all.
/// </summary>
internal static class IdOrder
{
    /// <summary>So few are put in place one by one.</summary>
    private const int FewRows = 32;

    /// <summary>Puts the rows of each run in order.</summary>
    /// <param name="snapshot">Whose rows they are.</param>
    /// <param name="addresses">The rows; those of a run stand part by part, and the rows of a part by id.</param>
    /// <param name="runs">The runs of alike rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static void Apply(InboxSnapshot snapshot, int[] addresses, RunStarts runs, CancellationToken cancellationToken)
    {
        var spare = ArrayPool<int>.Shared.Rent(addresses.Length);
        try
        {
            for (var inside = runs.NextInside(0); inside < addresses.Length;)
            {
                var (first, end) = runs.At(inside);
                if (end - first <= FewRows)
                    Insert(snapshot, addresses.AsSpan(first..end));
                else
                    Merge(snapshot, addresses.AsSpan(first..end), spare, cancellationToken);
                inside = runs.NextInside(end);
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(spare);
        }
    }

    private static void Insert(InboxSnapshot snapshot, Span<int> rows)
    {
        for (var position = 1; position < rows.Length; position++)
        {
            var (row, place) = (rows[position], position);
            var id = snapshot.Id(row);
            for (; place > 0 && snapshot.Id(rows[place - 1]) < id; place--)
                rows[place] = rows[place - 1];
            rows[place] = row;
        }
    }

    /// <summary>Cuts the rows in two between two parts, puts both halves in order and merges them.</summary>
    private static void Merge(InboxSnapshot snapshot, Span<int> rows, int[] spare, CancellationToken cancellationToken)
    {
        var (firstPart, lastPart) = (snapshot.Part(rows[0]), snapshot.Part(rows[^1]));
        if (firstPart == lastPart)
            return;
        cancellationToken.ThrowIfCancellationRequested();
        var cut = FirstOf(snapshot, rows, (firstPart + lastPart + 1) / 2);
        Merge(snapshot, rows[..cut], spare, cancellationToken);
        Merge(snapshot, rows[cut..], spare, cancellationToken);
        // What is written never catches up with what is still to be read from the right half.
        rows[..cut].CopyTo(spare);
        var (left, right, next) = (0, cut, 0);
        var (leftId, rightId) = (snapshot.Id(spare[left]), snapshot.Id(rows[right]));
        while (true)
        {
            if (leftId >= rightId)
            {
                rows[next++] = spare[left++];
                if (left == cut)
                    return;
                leftId = snapshot.Id(spare[left]);
            }
            else
            {
                rows[next++] = rows[right++];
                if (right == rows.Length)
                    break;
                rightId = snapshot.Id(rows[right]);
            }
        }

        spare.AsSpan(left..cut).CopyTo(rows[next..]);
    }

    /// <summary>Where the rows of a part begin, or of the first one after it that has any.</summary>
    private static int FirstOf(InboxSnapshot snapshot, ReadOnlySpan<int> rows, int part)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (snapshot.Part(rows[middle]) >= part)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
