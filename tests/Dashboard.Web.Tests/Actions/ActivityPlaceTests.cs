using Dashboard.Web.Actions;
using Dashboard.Web.Components.Pages;

namespace Dashboard.Web.Tests.Actions;

public sealed class ActivityPlaceTests
{
    [Theory]
    [InlineData(null, null, null, null, "/activity")]
    [InlineData("delete", "2026-11-01", "3", "42", "/activity?kind=delete&day=2026-11-01&page=3&action=42")]
    [InlineData("MarkAllRead", null, "1", null, "/activity?kind=markallread")]
    [InlineData("0", "2026-11-01T10:00", "-1", "-2", "/activity")]
    [InlineData("<script>", "yesterday", "x", "99999999999999999999999", "/activity")]
    public void Address_says_what_can_be_read_of_it(string? kind, string? day, string? page, string? action, string address) =>
        Assert.Equal(address, ActivityPlace.Parse(kind, day, page, action).Address);

    [Fact]
    public void Day_is_the_readers_own()
    {
        var prague = TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague");

        var filter = new ActivityPlace(ActionKind.Delete, new DateOnly(2026, 10, 25)).Filter(prague);

        Assert.Equal(ActionKind.Delete, filter.Kind);
        Assert.Equal(DateTimeOffset.Parse("2026-10-24T22:00:00Z", null), filter.From);
        Assert.Equal(TimeSpan.FromHours(25), filter.Until - filter.From);
    }

    [Fact]
    public void Export_names_the_filter_and_the_readers_time_zone_and_no_page() =>
        Assert.Equal(
            "/export/activity/csv?kind=done&day=2026-11-01&tz=Europe%2FPrague",
            new ActivityPlace(ActionKind.Done, new DateOnly(2026, 11, 1), 2, 7).Export("/export/activity/csv", TimeZoneInfo.FindSystemTimeZoneById("Europe/Prague")));
}
