using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Inbox;

public sealed class GroupBarsTests
{
    // Around the days on which clocks are put forward and back, and one without such a day.
    public static TheoryData<string, string> Moments { get; } = new()
    {
        { "Europe/Prague", "2026-03-29T12:34:56Z" },
        { "Europe/Prague", "2026-03-29T00:30:00Z" },
        { "Europe/Prague", "2026-10-25T00:30:00Z" },
        { "Europe/Prague", "2026-10-25T01:30:00Z" },
        { "Europe/Prague", "2026-10-31T23:59:59Z" },
        { "America/New_York", "2026-11-01T06:10:00Z" },
        { "Australia/Lord_Howe", "2026-04-05T03:10:00Z" },
        { "Asia/Kathmandu", "2026-07-01T18:20:00Z" },
        { "Etc/UTC", "2026-07-01T00:00:00Z" },
    };

    [Theory]
    [MemberData(nameof(Moments))]
    public void Bars_of_days_count_rows_by_their_day_in_the_readers_calendar(string zone, string moment)
    {
        var (timeZone, now) = (TimeZoneInfo.FindSystemTimeZoneById(zone), DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, timeZone).Date);

        AssertBars(GroupSpan.Fortnight, 14, now, timeZone, created => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(created, timeZone).Date).DayNumber - today.DayNumber + 13);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public void Bars_of_hours_count_rows_by_hours_that_passed(string zone, string moment)
    {
        var (timeZone, now) = (TimeZoneInfo.FindSystemTimeZoneById(zone), DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));
        // The hour that runs began when the reader's clock last stood at a full one.
        var started = now;
        while (TimeZoneInfo.ConvertTime(started, timeZone) is not { Minute: 0, Second: 0, Millisecond: 0 })
            started = started.AddSeconds(-1);

        AssertBars(GroupSpan.Day, 24, now, timeZone, created => 23 + (int)Math.Floor((created - started).TotalHours));
    }

    [Fact]
    public void Bars_move_on_with_the_hour()
    {
        var (subjects, at) = (new SubjectTable(TimeProvider.System), new DateTimeOffset(2026, 7, 1, 12, 30, 0, TimeSpan.Zero));
        var rows = Enumerable.Range(0, 3_000).Select(row => new StoredRow(new((UInt128)(3_000 - row)), subjects.NumberOf("a"), 1, at.ToUnixTimeMilliseconds(), StoredRow.Unread)).ToList();
        var groups = Snapshots.Of(subjects, Snapshots.Part(Guid.NewGuid(), "one.example", rows)).View(new InboxQuery().WithGroup(InboxGrouping.Failure)).Groups!;

        int[] BarsAt(DateTimeOffset now) => [.. groups.Bars(0, GroupSpan.Day, now, TimeZoneInfo.Utc).Index().Where(bar => bar.Item > 0).SelectMany(bar => new[] { bar.Index, bar.Item })];

        Assert.Equal([23, 3_000], BarsAt(at));
        Assert.Equal([23, 3_000], BarsAt(at.AddMinutes(29)));
        Assert.Equal([22, 3_000], BarsAt(at.AddMinutes(30)));
        Assert.Equal([], BarsAt(at.AddHours(24)));
        Assert.Equal([], BarsAt(at.AddHours(-1)));
    }

    private static void AssertBars(GroupSpan span, int bars, DateTimeOffset now, TimeZoneInfo timeZone, Func<DateTimeOffset, int> barOf)
    {
        var random = new Random(31);
        for (var seed = 0; seed < 20; seed++)
        {
            var snapshot = Snapshots.Random(new Random(seed), connections: 4, () => now.AddMinutes(-random.Next(-120, random.Next(2) == 0 ? 27 * 60 : 16 * 24 * 60)));
            var view = snapshot.View(new InboxQuery { Sorts = [new InboxSort((InboxColumn)random.Next(5), random.Next(2) == 0)], Group = InboxGrouping.Type }, null, now, timeZone, CancellationToken.None);
            var rows = view.Rows();

            foreach (var (index, group) in view.Groups!.All().Index())
            {
                var expected = new int[bars];
                foreach (var bar in rows[group.First..(group.First + group.Count)].Select(row => barOf(row.Created)).Where(bar => bar >= 0 && bar < bars))
                    expected[bar]++;
                Assert.Equal(expected, view.Groups!.Bars(index, span, now, timeZone));
                Assert.Equal(expected, view.Groups!.Bars(index, span, now, timeZone));
            }
        }
    }
}
