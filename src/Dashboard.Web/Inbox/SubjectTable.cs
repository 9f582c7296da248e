using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>Every distinct subject once; rows hold its number. Only ever grows, so that older snapshots stay readable. For any number of threads.</summary>
/// <param name="timeProvider">Measures how long a regular expression takes.</param>
/// <param name="patternTime">How long it may take; the usual time where it is left out.</param>
public sealed class SubjectTable(TimeProvider timeProvider, TimeSpan? patternTime = null)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private volatile string[] _subjects = new string[256];
    private volatile Ranking _ranking = new([], []);
    private volatile Scenarios _scenarios = Inbox.Scenarios.None;
    private int _count;

    public string this[int number] => _subjects[number];

    /// <summary>The subjects known now, by number.</summary>
    internal ReadOnlySpan<string> Known
    {
        get
        {
            lock (_numbers)
                return _subjects.AsSpan(0, _count);
        }
    }

    /// <summary>What was asked of these subjects.</summary>
    internal SubjectMatches Matches { get; } = new(timeProvider, patternTime);

    /// <summary>The number of a subject, new or known.</summary>
    public int NumberOf(string subject)
    {
        lock (_numbers)
        {
            if (_numbers.TryGetValue(subject, out var known))
                return known;
            if (_count == _subjects.Length)
            {
                var grown = new string[_count * 2];
                Array.Copy(_subjects, grown, _count);
                _subjects = grown;
            }

            _subjects[_count] = subject;
            _numbers.Add(subject, _count);
            return _count++;
        }
    }

    /// <summary>The number of a known subject, or <see langword="null"/>.</summary>
    internal int? Find(string subject)
    {
        lock (_numbers)
            return _numbers.TryGetValue(subject, out var number) ? number : null;
    }

    /// <summary>The scenarios that the subjects known now name.</summary>
    internal Scenarios Scenarios()
    {
        var scenarios = _scenarios;
        var subjects = Known;
        if (scenarios.Subjects < subjects.Length)
            _scenarios = scenarios = new Scenarios(subjects);
        return scenarios;
    }

    /// <summary>For each subject known now, its place in the alphabet; subjects that differ only in case stand together.</summary>
    /// <exception cref="OperationCanceledException" />
    internal int[] Ranks(CancellationToken cancellationToken)
    {
        int count;
        lock (_numbers)
            count = _count;
        var known = _ranking;
        if (known.Ranks.Length >= count)
            return known.Ranks;
        var subjects = _subjects;
        var added = Alphabet.Ordered(subjects.AsSpan(0, count), known.Order.Length, cancellationToken);
        var order = Merged(known.Order, added, Comparer<int>.Create((left, right) => Alphabet.Compare(subjects[left], subjects[right])));
        var ranks = new int[count];
        for (var rank = 0; rank < count; rank++)
            ranks[order[rank]] = rank;
        _ranking = new Ranking(order, ranks);
        return ranks;
    }

    /// <summary>Few come to many: the place of each is found by halving, and what lies between is copied.</summary>
    private static int[] Merged(int[] order, int[] added, IComparer<int> alphabetical)
    {
        var merged = new int[order.Length + added.Length];
        var (taken, filled) = (0, 0);
        foreach (var number in added)
        {
            // Subjects are distinct, so that none is found: the complement is where it belongs.
            var place = ~Array.BinarySearch(order, taken, order.Length - taken, number, alphabetical);
            Array.Copy(order, taken, merged, filled, place - taken);
            filled += place - taken;
            merged[filled++] = number;
            taken = place;
        }

        Array.Copy(order, taken, merged, filled, order.Length - taken);
        return merged;
    }

    /// <param name="Order">The numbers of the subjects, in the order of the alphabet.</param>
    /// <param name="Ranks">The same the other way round.</param>
    private sealed record Ranking(int[] Order, int[] Ranks);
}
