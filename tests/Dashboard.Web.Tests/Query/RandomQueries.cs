using Dashboard.Client;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Query;

/// <summary>Makes conditions that fit the random rows of <see cref="RandomRows"/>, the same ones for the same seed.</summary>
internal sealed class RandomQueries(int seed)
{
    private static readonly string[] Texts =
        ["error", "TIMEOUT", "rate limit", "ö", "-x", "/", "a\"b", "back\\", "OR", "(", "zone:eu1", "\\\\\"", "tab\there", "encountered error in", "12:30"];

    private static readonly string[] Patterns = ["time.?out", "^encountered", "rate (limit|cap)", "\\d+", "a\\/b", "[aeiou]{2}", "(x+x+)+y"];
    private static readonly string[] Zones = ["eu1", "EU2.make.com", "Europe 1", "us1", "nowhere"];

    private static readonly string[] Connections = [RandomRows.Connection, "e", "my \"own\" connection"];

    private readonly Random _random = new(seed);

    public Condition Condition(int depth) => _random.Next(depth > 0 ? 5 : 2) switch
    {
        2 => Dashboard.Web.Inbox.Query.Condition.AllOf(Several(depth - 1)),
        3 => Dashboard.Web.Inbox.Query.Condition.AnyOf(Several(depth - 1)),
        4 => Dashboard.Web.Inbox.Query.Condition.Except(Condition(depth - 1)),
        _ => Leaf(),
    };

    private Condition[] Several(int depth) => [.. Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Condition(depth))];

    private Condition Leaf() => _random.Next(12) switch
    {
        0 => new Condition.Matches(One(Patterns)),
        1 => new Condition.InScenario(One(RandomRows.Scenarios)),
        2 => new Condition.InZone(One(Zones)),
        3 => new Condition.OfType(_random.Next(-1, 4)),
        4 => new Condition.Unread(_random.Next(2) == 0),
        5 => new Condition.WithId(new NotificationId((UInt128)_random.Next(1, 2000))),
        6 => new Condition.Created((Comparison)_random.Next(5), Date()),
        7 => Between(Date(), Date()),
        8 => new Condition.Aged((Comparison)(_random.Next(2) * 3 + _random.Next(2)), new Age(_random.Next(1, 100), (AgeUnit)_random.Next(4))),
        9 => new Condition.Done(_random.Next(2) == 0),
        10 => new Condition.InConnection(One(Connections)),
        _ => new Condition.Contains(One(Texts)),
    };

    private static Condition Between(QueryDate left, QueryDate right)
    {
        var (first, last) = left.Start(TimeZoneInfo.Utc) <= right.Start(TimeZoneInfo.Utc) ? (left, right) : (right, left);
        return first == last ? new Condition.Created(Comparison.Equal, first) : new Condition.CreatedBetween(first, last);
    }

    private QueryDate Date()
    {
        var day = RandomRows.FirstDay.AddDays(_random.Next(RandomRows.Days));
        return _random.Next(2) == 0 ? new QueryDate(day) : new QueryDate(day, new TimeOnly(_random.Next(24), _random.Next(60)));
    }

    private T One<T>(T[] values) => values[_random.Next(values.Length)];
}
