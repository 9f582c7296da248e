using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Query;

public sealed class ChipsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("timeout", "“timeout”")]
    [InlineData("zone:eu1 is:unread type:1", "zone eu1", "unread", "type 1")]
    [InlineData("is:done -is:open (is:open OR is:read)", "done here", "not open here", "open here or read")]
    [InlineData("-\"rate limit\" (a OR b c) /x/", "not “rate limit”", "“a” or (“b” and “c”)", "matches /x/")]
    [InlineData("a OR b", "“a” or “b”")]
    [InlineData("-(a b)", "not (“a” and “b”)")]
    [InlineData("created:2026-11-01 created:<2026-11-01 created:<=2026-11-01", "created on 2026-11-01", "created before 2026-11-01", "created until 2026-11-01")]
    [InlineData("created:>2026-11-01 created:>=2026-11-01T14:30", "created after 2026-11-01", "created since 2026-11-01T14:30")]
    [InlineData("created:2026-11-01..2026-11-05 id:7", "created 2026-11-01 to 2026-11-05", "id 7")]
    [InlineData("age:<2h age:>=1d scenario:\"HTTP 3\" is:read", "newer than 2 hours", "older than 1 day", "scenario HTTP 3", "read")]
    public void Each_term_is_a_chip_in_words(string query, params string[] labels)
    {
        var condition = QueryTextTests.Parsed(query);

        Assert.Equal(labels, Chips.Of(condition).Select(chip => chip.Label));
        Assert.Equal(condition, Condition.AllOf(Chips.Of(condition).Select(chip => QueryTextTests.Parsed(chip.Text))));
    }

    [Theory]
    [InlineData("a", 0, "")]
    [InlineData("a b", 0, "b")]
    [InlineData("zone:eu1 (a OR b) -c", 1, "zone:eu1 -c")]
    [InlineData("zone:eu1 (a OR b)", 0, "a OR b")]
    public void Chip_is_taken_away(string query, int chip, string left) =>
        Assert.Equal(left, Chips.Without(QueryTextTests.Parsed(query), chip).ToString());

    [Fact]
    public void Chip_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Chips.Without(QueryTextTests.Parsed("a"), 1));
}
