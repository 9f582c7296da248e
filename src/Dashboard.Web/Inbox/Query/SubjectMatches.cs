using System.Text.RegularExpressions;

namespace Dashboard.Web.Inbox.Query;

/// <summary>
/// Which distinct subjects a condition holds for, found out once and kept: rows repeat subjects. Belongs to one table of subjects, which
/// only ever grows; subjects added since the last question are asked alone. Any number of threads may ask.
/// </summary>
/// <param name="timeProvider">Measures how long a regular expression takes.</param>
/// <param name="patternTime">What one regular expression may take for all subjects together; <see cref="PatternTimeout"/> where it is left out.</param>
internal sealed class SubjectMatches(TimeProvider timeProvider, TimeSpan? patternTime = null)
{
    /// <summary>Conditions kept; the ones not asked for the longest are forgotten. A million subjects take 125 KB each.</summary>
    public const int MaxConditions = 32;

    /// <summary>What one regular expression may usually take for all subjects together.</summary>
    public static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(2);

    private const int SubjectsAtOnce = 4096;

    private readonly Dictionary<Condition, Known> _known = [];
    private readonly Lock _lock = new();
    private long _questions;

    /// <summary>Subjects asked so far, over all conditions.</summary>
    public long SubjectsAsked { get; private set; }

    /// <summary>One bit for every subject, and maybe for some added later. Not to be changed.</summary>
    /// <param name="condition">One that depends on the subject alone.</param>
    /// <param name="subjects">The distinct subjects by number, from the first one.</param>
    /// <param name="cancellationToken">Gives up; what was found out until then is lost.</param>
    /// <exception cref="TimeoutException">A regular expression takes too long; the message is for people.</exception>
    /// <exception cref="OperationCanceledException" />
    public ulong[] Of(Condition condition, ReadOnlySpan<string> subjects, CancellationToken cancellationToken)
    {
        Known known;
        lock (_lock)
        {
            known = _known.GetValueOrDefault(condition, Known.Nothing);
            if (known.Subjects >= subjects.Length && known != Known.Nothing)
            {
                _known[condition] = known with { LastAsked = ++_questions };
                return known.Bits;
            }
        }

        var bits = new ulong[RowBits.WordsFor(subjects.Length)];
        known.Bits.CopyTo(bits, 0);
        Ask(condition, subjects, known.Subjects, bits, cancellationToken);
        Keep(condition, bits, subjects.Length, subjects.Length - known.Subjects);
        return bits;
    }

    private void Keep(Condition condition, ulong[] bits, int subjects, int asked)
    {
        lock (_lock)
        {
            SubjectsAsked += asked;
            if (_known.TryGetValue(condition, out var newer) && newer.Subjects >= subjects)
                return;
            if (_known.Count == MaxConditions && !_known.ContainsKey(condition))
                _known.Remove(_known.MinBy(entry => entry.Value.LastAsked).Key);
            _known[condition] = new Known(bits, subjects, ++_questions);
        }
    }

    private void Ask(Condition condition, ReadOnlySpan<string> subjects, int first, ulong[] bits, CancellationToken cancellationToken)
    {
        switch (condition)
        {
            case Condition.Contains contains:
                Ask(new ContainsTest(contains.Text), subjects, first, bits, cancellationToken);
                break;
            case Condition.InScenario scenario:
                Ask(new ScenarioTest(scenario.Name), subjects, first, bits, cancellationToken);
                break;
            case Condition.Matches matches:
                try
                {
                    Ask(new PatternTest(SubjectPattern.Compile(matches.Pattern), timeProvider, patternTime ?? PatternTimeout), subjects, first, bits, cancellationToken);
                }
                catch (RegexMatchTimeoutException exception)
                {
                    throw TooSlow(exception);
                }

                break;
            default:
                throw new ArgumentException($"{condition.GetType().Name} is not asked of subjects.", nameof(condition));
        }
    }

    private static void Ask<TTest>(TTest test, ReadOnlySpan<string> subjects, int first, ulong[] bits, CancellationToken cancellationToken)
        where TTest : struct, IValueTest<string>
    {
        for (var number = first; number < subjects.Length; number++)
        {
            if (number % SubjectsAtOnce == 0)
                cancellationToken.ThrowIfCancellationRequested();
            if (test.Passes(subjects[number]))
                bits[number >> 6] |= 1UL << number;
        }
    }

    private static TimeoutException TooSlow(Exception? cause = null) =>
        new("The regular expression takes too long over these subjects. Use smaller repetitions, or plain words.", cause);

    private sealed record Known(ulong[] Bits, int Subjects, long LastAsked)
    {
        public static readonly Known Nothing = new([], 0, 0);
    }

    private readonly struct ContainsTest(string text) : IValueTest<string>
    {
        public bool Passes(string value) => value.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    private readonly struct ScenarioTest(string name) : IValueTest<string>
    {
        public bool Passes(string value) => ScenarioSubject.NameIn(value) is { IsEmpty: false } scenario && scenario.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    private readonly struct PatternTest(Regex expression, TimeProvider timeProvider, TimeSpan most) : IValueTest<string>
    {
        private readonly long _started = timeProvider.GetTimestamp();

        public bool Passes(string value) =>
            timeProvider.GetElapsedTime(_started) < most ? expression.IsMatch(value) : throw TooSlow();
    }
}
