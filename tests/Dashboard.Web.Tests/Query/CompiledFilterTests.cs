using Dashboard.Web.Connections;
using Dashboard.Web.Inbox.Query;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Query;

public sealed class CompiledFilterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);
    private static readonly Zone Europe = new(1, "eu1.make.com", "Europe 1");
    private static readonly Zone America = new(2, "us1.make.com", "America");

    [Fact]
    public void Filter_finds_the_rows_that_a_reader_would()
    {
        var random = new Random(3);
        var queries = new RandomQueries(seed: 5);
        var memory = new SubjectMatches(TimeProvider.System);
        TimeZoneInfo[] timeZones = [TimeZoneInfo.Utc, Zone("America/Sao_Paulo"), Zone("Europe/Berlin"), Zone("Asia/Kathmandu")];
        for (var round = 0; round < 1_500; round++)
        {
            var rows = new RandomRows(random, random.Next(0, 200), random.Next(2) == 0 ? Europe : America);
            var condition = queries.Condition(depth: 3);
            var timeZone = timeZones[random.Next(timeZones.Length)];

            var expected = Enumerable.Range(0, rows.Count).Where(row => PlainReading.Holds(condition, rows[row], rows.Zone, Now, timeZone)).ToArray();

            var found = Found(condition, rows, memory, timeZone);
            Assert.True(expected.SequenceEqual(found), $"{condition} in {timeZone.Id}: {string.Join(' ', expected)} but found {string.Join(' ', found)}");
        }
    }

    [Theory]
    [InlineData("error", new[] { 0, 2 })]
    [InlineData("-error", new[] { 1 })]
    [InlineData("scenario:\"integration http\"", new[] { 0 })]
    [InlineData("scenario:http", new int[0])]
    [InlineData("/^rate (limit|cap)/ OR /http/", new[] { 0, 1 })]
    public void Subject_is_looked_through(string query, int[] expected)
    {
        string[] subjects = ["Encountered error in Integration HTTP scenario", "Rate limit reached", "Connection ERROR"];

        Assert.Equal(expected, FoundSubjects(query, subjects, new SubjectMatches(TimeProvider.System)));
    }

    [Theory]
    [InlineData("zone:eu1", true)]
    [InlineData("zone:EU1.MAKE.COM", true)]
    [InlineData("zone:\"europe 1\"", true)]
    [InlineData("zone:eu", false)]
    [InlineData("zone:us1", false)]
    [InlineData("-zone:us1", true)]
    [InlineData("zone:eu1 OR is:unread", true)]
    [InlineData("zone:us1 is:unread", false)]
    [InlineData("connection:\"eu1 WORK\"", true)]
    [InlineData("connection:eu1", false)]
    [InlineData("-connection:other", true)]
    [InlineData("connection:other OR zone:us1", false)]
    public void Zone_and_connection_decide_a_slice_without_its_rows(string query, bool all)
    {
        // Columns shorter than the ids: looking at a row would fail.
        var slice = new ColumnSlice { Zone = Europe, Connection = "EU1 work", Ids = new UInt128[100], Subjects = [], Types = [], Created = [], Read = [] };
        var matches = new ulong[CompiledFilter.WordsFor(100)];

        var count = Compiled(QueryTextTests.Parsed(query), new SubjectMatches(TimeProvider.System)).Apply(slice, matches);

        Assert.Equal(all ? 100 : 0, count);
        Assert.Equal(all ? [ulong.MaxValue, (1UL << 36) - 1] : new ulong[2], matches);
    }

    [Theory]
    [InlineData("created:2026-03-29", "Europe/Berlin", "2026-03-28T23:00Z", "2026-03-29T22:00Z")] // a day of 23 hours
    [InlineData("created:2026-10-25", "Europe/Berlin", "2026-10-24T22:00Z", "2026-10-25T23:00Z")] // a day of 25 hours
    [InlineData("created:2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00Z", "2018-11-05T02:00Z")] // no midnight
    [InlineData("created:2026-11-01T14:30", "Asia/Kathmandu", "2026-11-01T08:45Z", "2026-11-01T08:46Z")]
    [InlineData("created:2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30Z", "2026-10-25T00:31Z")] // twice: the first one
    [InlineData("created:2026-03-29T02:30..2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00Z", "2026-03-29T01:01Z")] // 02:30 never was
    [InlineData("created:2026-11-01..2026-11-02", "America/Sao_Paulo", "2026-11-01T03:00Z", "2026-11-03T03:00Z")]
    public void Date_is_a_day_of_the_reader(string query, string timeZone, string from, string to)
    {
        var (first, end) = (DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null));

        Assert.Equal([1, 2], FoundCreated(query, Zone(timeZone), [first.AddMilliseconds(-1), first, end.AddMilliseconds(-1), end]));
    }

    [Theory]
    [InlineData("age:<2h", new[] { 0, 1 })]
    [InlineData("age:<=2h", new[] { 0, 1, 2 })]
    [InlineData("age:>=2h", new[] { 2, 3 })]
    [InlineData("age:>2h", new[] { 3 })]
    [InlineData("age:<99999w", new[] { 0, 1, 2, 3 })]
    public void Age_is_counted_from_now(string query, int[] expected)
    {
        var edge = Now.AddHours(-2);

        Assert.Equal(expected, FoundCreated(query, TimeZoneInfo.Utc, [Now.AddMinutes(1), edge.AddMilliseconds(1), edge, edge.AddMilliseconds(-1)]));
    }

    [Theory]
    [InlineData("created:>=0001-01-01")]
    [InlineData("created:<=9999-12-31")]
    [InlineData("created:0001-01-01..9999-12-31T23:59")]
    public void Ends_of_the_calendar_are_dates_like_any_other(string query) =>
        Assert.Equal([0], FoundCreated(query, Zone("Pacific/Apia"), [Now]));

    [Fact]
    public void Subjects_are_asked_once_and_new_ones_alone()
    {
        var memory = new SubjectMatches(TimeProvider.System);
        string[] subjects = [.. Enumerable.Range(0, 70).Select(number => $"Error {number}")];

        Assert.Equal(61, FoundSubjects("error -/[0-8]$/ OR \"error \"", subjects[..61], memory).Length);
        Assert.Equal(3 * 61, memory.SubjectsAsked);
        Assert.Equal([9, 19, 29, 39, 49, 59, 69], FoundSubjects("error -/[0-8]$/", subjects, memory));
        Assert.Equal((3 * 61) + (2 * 9), memory.SubjectsAsked);
        Assert.Equal([9], FoundSubjects("-/[0-8]$/ -\"error 8\"", subjects[..10], memory));
        Assert.Equal((3 * 61) + (2 * 9) + 10, memory.SubjectsAsked);
    }

    [Fact]
    public void Conditions_not_asked_for_longest_are_forgotten()
    {
        var memory = new SubjectMatches(TimeProvider.System);
        string[] subjects = ["Error"];
        for (var word = 0; word < SubjectMatches.MaxConditions; word++)
        {
            FoundSubjects($"w{word}", subjects, memory);
            FoundSubjects("w0", subjects, memory);
        }

        FoundSubjects("another", subjects, memory);
        var asked = memory.SubjectsAsked;

        FoundSubjects("w0 w2", subjects, memory);
        Assert.Equal(asked, memory.SubjectsAsked);
        FoundSubjects("w1", subjects, memory);
        Assert.Equal(asked + 1, memory.SubjectsAsked);
    }

    [Fact]
    public void Expression_that_takes_too_long_is_given_up()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        string[] subjects = [.. Enumerable.Range(0, 100).Select(number => $"Error {number}")];

        var exception = Assert.Throws<TimeoutException>(() => FoundSubjects("/x/", subjects, new SubjectMatches(clock)));

        Assert.StartsWith("The regular expression takes too long", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expression_has_the_time_that_the_settings_give_it()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        string[] subjects = [.. Enumerable.Range(0, 100).Select(number => $"Error {number}")];

        Assert.Empty(FoundSubjects("/x/", subjects, new SubjectMatches(clock, TimeSpan.FromMinutes(1))));
        Assert.Throws<TimeoutException>(() => FoundSubjects("/y/", subjects, new SubjectMatches(clock, TimeSpan.FromMilliseconds(500))));
    }

    [Fact]
    public void Expression_that_blows_up_on_one_subject_is_given_up() =>
        Assert.Throws<TimeoutException>(() => FoundSubjects("/((a|b){0,30}){0,30}c/", [new string('a', 100_000)], new SubjectMatches(TimeProvider.System)));

    [Fact]
    public void Compiling_is_given_up_when_nobody_waits_any_more()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => CompiledFilter.Compile(
            QueryTextTests.Parsed("error"), new SubjectMatches(TimeProvider.System), ["Error"], Now, TimeZoneInfo.Utc, cancelled.Token));
    }

    [Fact]
    public void Slice_that_is_too_long_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Compiled(Condition.Everything, new SubjectMatches(TimeProvider.System)).Apply(
            new ColumnSlice { Zone = Europe, Ids = new UInt128[ColumnSlice.MaxRows + 1], Subjects = [], Types = [], Created = [], Read = [] },
            new ulong[1000]));

    private static int[] Found(Condition condition, RandomRows rows, SubjectMatches memory, TimeZoneInfo timeZone) =>
        Found(CompiledFilter.Compile(condition, memory, RandomRows.Subjects, Now, timeZone, CancellationToken.None), rows.Slice);

    private static int[] FoundSubjects(string query, string[] subjects, SubjectMatches memory) => Found(
        CompiledFilter.Compile(QueryTextTests.Parsed(query), memory, subjects, Now, TimeZoneInfo.Utc, CancellationToken.None),
        new ColumnSlice { Zone = Europe, Ids = new UInt128[subjects.Length], Subjects = [.. Enumerable.Range(0, subjects.Length)], Types = [], Created = [], Read = [] });

    private static int[] FoundCreated(string query, TimeZoneInfo timeZone, DateTimeOffset[] created) => Found(
        CompiledFilter.Compile(QueryTextTests.Parsed(query), new SubjectMatches(TimeProvider.System), [], Now, timeZone, CancellationToken.None),
        new ColumnSlice { Zone = Europe, Ids = new UInt128[created.Length], Subjects = [], Types = [], Created = created.Select(time => time.ToUnixTimeMilliseconds()).ToArray(), Read = [] });

    private static int[] Found(CompiledFilter filter, in ColumnSlice slice)
    {
        // Left over from an earlier slice: must not shine through.
        var matches = Enumerable.Repeat(ulong.MaxValue, 300).ToArray();
        var count = filter.Apply(slice, matches);
        var found = new int[slice.Count];
        Assert.Equal(count, RowBits.Write(matches, first: 0, found));
        return found[..count];
    }

    private static CompiledFilter Compiled(Condition condition, SubjectMatches memory) =>
        CompiledFilter.Compile(condition, memory, [], Now, TimeZoneInfo.Utc, CancellationToken.None);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);
}
