namespace Dashboard.Web.Inbox.Query;

/// <summary>
/// Turns a condition into tests over columns. Whatever depends on the subject alone, combinations too, becomes one set of subjects, so
/// that a row costs one look-up however many words are asked for.
/// </summary>
internal readonly ref struct FilterCompiler
{
    private readonly SubjectMatches _matches;
    private readonly ReadOnlySpan<string> _subjects;
    private readonly DateTimeOffset _now;
    private readonly TimeZoneInfo _timeZone;
    private readonly CancellationToken _cancellationToken;

    public FilterCompiler(SubjectMatches matches, ReadOnlySpan<string> subjects, DateTimeOffset now, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        _matches = matches;
        _subjects = subjects;
        _now = now;
        _timeZone = timeZone;
        _cancellationToken = cancellationToken;
    }

    public RowTest Compile(Condition condition) => condition switch
    {
        Combination combination => Combined(combination),
        Condition.Not not => Negated(Compile(not.Operand)),
        Condition.InZone zone => new ZoneTest(zone.Zone),
        Condition.InConnection connection => new ConnectionTest(connection.Name),
        Condition.OfType type => new TypeTest(type.Type),
        Condition.Unread unread => new UnreadTest(unread.Wanted),
        Condition.Done done => new DoneTest(done.Wanted),
        Condition.WithId id => new IdTest(id.Id),
        Condition.Created created => Created(created.Comparison, created.Date.Start(_timeZone), created.Date.End(_timeZone)),
        Condition.CreatedBetween between => new CreatedTest(between.First.Start(_timeZone), between.Last.End(_timeZone)),
        Condition.Aged aged => Aged(aged),
        _ => new SubjectTest(_matches.Of(condition, _subjects, _cancellationToken)),
    };

    private RowTest Combined(Combination combination)
    {
        var all = combination is Condition.All;
        var tests = new List<RowTest>();
        ulong[]? passing = null;
        foreach (var operand in combination.Operands)
        {
            var test = Compile(operand);
            if (test is not SubjectTest subjects)
            {
                tests.Add(test);
            }
            else if (passing is null)
            {
                passing = Copy(subjects);
            }
            else if (all)
            {
                RowBits.And(passing, subjects.Passing);
            }
            else
            {
                RowBits.Or(passing, subjects.Passing);
            }
        }

        if (passing is not null)
            tests.Add(new SubjectTest(passing));
        return tests is [var only] ? only : new CombinedTest(all, [.. tests]);
    }

    private RowTest Negated(RowTest test)
    {
        if (test is not SubjectTest subjects)
            return new NegatedTest(test);
        var passing = Copy(subjects);
        RowBits.Invert(passing);
        return new SubjectTest(passing);
    }

    /// <summary>What is kept may know of more subjects than were asked for.</summary>
    private ulong[] Copy(SubjectTest test) => test.Passing[..RowBits.WordsFor(_subjects.Length)];

    private static CreatedTest Created(Comparison comparison, long start, long end) => comparison switch
    {
        Comparison.Less => new CreatedTest(long.MinValue, start),
        Comparison.AtMost => new CreatedTest(long.MinValue, end),
        Comparison.Equal => new CreatedTest(start, end),
        Comparison.AtLeast => new CreatedTest(start, long.MaxValue),
        _ => new CreatedTest(end, long.MaxValue),
    };

    /// <summary>The older, the smaller the time of creation: the comparison turns round.</summary>
    private CreatedTest Aged(Condition.Aged aged)
    {
        var born = _now.ToUnixTimeMilliseconds() - aged.Age.Milliseconds;
        return Created(aged.Comparison switch
        {
            Comparison.Less => Comparison.Greater,
            Comparison.AtMost => Comparison.AtLeast,
            Comparison.AtLeast => Comparison.AtMost,
            Comparison.Greater => Comparison.Less,
            _ => Comparison.Equal,
        }, born, born + 1);
    }
}
