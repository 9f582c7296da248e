using System.Collections.Concurrent;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>
/// What pages have worked out over the same rows: asked again, it is the same object, so that ten pages on one view cost what one does. Let
/// go when no page holds it. For any number of threads; those that ask for the same wait for the first.
/// </summary>
internal sealed class SharedWork
{
    /// <summary>Answers remembered; the ones not asked for the longest are forgotten.</summary>
    public const int MaxAnswers = 32;

    private const int MaxCounts = 512;

    private readonly Dictionary<object, Answer> _answers = [];
    private readonly ConcurrentDictionary<(Condition Where, TimeZoneInfo TimeZone, long Minute), RowCount> _counts = new();
    private readonly Lock _merging = new();
    private int[]? _newestFirst;
    private long _questions;

    /// <summary>The answer to a question, worked out if no page holds it.</summary>
    /// <param name="question">What is asked; equal to what asks the same.</param>
    /// <param name="work">Finds the answer.</param>
    /// <param name="cancellationToken">Gives up, waiting for another who asked the same, too.</param>
    public T Get<T>(object question, Func<T> work, CancellationToken cancellationToken)
        where T : class
    {
        var answer = AnswerTo(question);
        answer.Gate.Wait(cancellationToken);
        try
        {
            if (answer.Value.TryGetTarget(out var known))
                return (T)known;
            var found = work();
            answer.Value.SetTarget(found);
            return found;
        }
        finally
        {
            answer.Gate.Release();
        }
    }

    /// <summary>The rows by id. Every view needs them: they are kept as long as the rows are.</summary>
    public int[] NewestFirst(Func<int[]> work)
    {
        if (Volatile.Read(ref _newestFirst) is { } known)
            return known;
        lock (_merging)
            return _newestFirst ??= work();
    }

    /// <summary>How many rows a condition holds for: small enough to be kept for its own sake.</summary>
    /// <param name="question">The condition, and what its days and ages are counted by.</param>
    /// <param name="work">Finds the answer.</param>
    public RowCount Count((Condition Where, TimeZoneInfo TimeZone, long Minute) question, Func<RowCount> work)
    {
        if (_counts.TryGetValue(question, out var known))
            return known;
        // Each minute asks anew: what rows no longer change is not kept for ever.
        if (_counts.Count >= MaxCounts)
            _counts.Clear();
        return _counts[question] = work();
    }

    private Answer AnswerTo(object question)
    {
        lock (_answers)
        {
            if (!_answers.TryGetValue(question, out var answer))
            {
                if (_answers.Count == MaxAnswers)
                    _answers.Remove(_answers.MinBy(entry => entry.Value.LastAsked).Key);
                _answers.Add(question, answer = new Answer());
            }

            answer.LastAsked = ++_questions;
            return answer;
        }
    }

    private sealed class Answer
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public WeakReference<object> Value { get; } = new(null!);

        public long LastAsked { get; set; }
    }
}
