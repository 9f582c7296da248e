using System.Globalization;
using Dashboard.Web.Components.Grid;

namespace Dashboard.Web.Tests.Grid;

public sealed class RelativeTimeTests
{
    private static readonly TimeZoneInfo Prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

    [Theory]
    [InlineData("2026-11-23T12:00:30Z", "just now")]
    [InlineData("2026-11-23T11:59:01Z", "just now")]
    [InlineData("2026-11-23T11:57:00Z", "3 min ago")]
    [InlineData("2026-11-23T11:00:01Z", "59 min ago")]
    [InlineData("2026-11-23T11:00:00Z", "1 h ago")]
    [InlineData("2026-11-22T23:30:00Z", "12 h ago")]
    [InlineData("2026-11-22T22:30:00Z", "yesterday")]
    [InlineData("2026-11-21T23:30:00Z", "yesterday")]
    [InlineData("2026-11-21T12:00:00Z", "2 days ago")]
    [InlineData("2026-11-17T12:00:00Z", "6 days ago")]
    [InlineData("2026-11-16T12:00:00Z", "16 Nov 2026")]
    [InlineData("2025-12-31T23:30:00Z", "1 Jan 2026")]
    public void Words_tell_the_distance(string time, string expected) =>
        Assert.Equal(expected, RelativeTime.Words(Time(time), Time("2026-11-23T12:00:00Z"), Prague));

    [Fact]
    public void Words_shortly_after_midnight_count_hours() =>
        Assert.Equal("2 h ago", RelativeTime.Words(Time("2026-11-22T22:00:00Z"), Time("2026-11-23T00:30:00Z"), TimeZoneInfo.Utc));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
