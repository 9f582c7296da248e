using System.Globalization;
using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Testing.Crash;

namespace Dashboard.Web.Tests.Actions;

/// <summary>What is said of a deletion after a kill is worth as much as the comparison that says it.</summary>
public sealed class DeletionAuditTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    [Fact]
    public void What_was_deleted_once_and_is_shown_so_is_in_order()
    {
        var verdict = Audit([1, 2, 3], changed: [1, 2], kept: [3], Delete(0, [1, 2], changed: [1, 2]), Delete(1, [3], status: 429));

        Assert.True(verdict.IsGood);
        Assert.Equal("lost 0, doubled 0", verdict.ToString());
    }

    [Fact]
    public void What_is_neither_deleted_nor_shown_as_kept_is_lost()
    {
        var verdict = Audit([1, 2], changed: [1], kept: [], Delete(0, [1], changed: [1]));

        Assert.StartsWith("1/2 ", Assert.Single(verdict.Lost), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_undone_is_not_lost()
    {
        Assert.True(DeletionAudit.Of(Ids([1, 2]), new DeletionReceipt(true, Ids([]), Ids([])), [], Timeout).IsGood);
    }

    [Fact]
    public void What_is_shown_as_deleted_and_was_not_is_lost_and_misreported()
    {
        var verdict = Audit([1], changed: [1], kept: []);

        Assert.Equal((1, 1), (verdict.Lost.Count, verdict.Misreported.Count));
    }

    [Fact]
    public void What_is_shown_as_kept_and_was_deleted_is_misreported()
    {
        Assert.Single(Audit([1], changed: [], kept: [1], Delete(0, [1], changed: [1], status: 0)).Misreported);
    }

    [Fact]
    public void What_nobody_asked_for_and_was_deleted_is_misreported()
    {
        Assert.Single(Audit([1], changed: [1], kept: [], Delete(0, [1, 2], changed: [1, 2])).Misreported);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(0)]
    public void What_is_sent_again_after_Make_deleted_it_is_doubled(int status)
    {
        var verdict = Audit([1, 2], changed: [1, 2], kept: [], Delete(0, [1], changed: [1], status: status), Look(5, highest: 9, lowest: 1), Delete(6, [1, 2], changed: [2]));

        Assert.Equal("1/1 was sent again after Make had deleted it.", Assert.Single(verdict.Doubled));
    }

    [Fact]
    public void What_is_sent_a_third_time_after_the_first_deleted_it_is_doubled()
    {
        var verdict = Audit(
            [1], changed: [1], kept: [], Delete(0, [1], changed: [1], status: 0), Delete(10, [1]), Look(15, highest: 9, lowest: 1), Delete(20, [1]));

        Assert.Equal(2, verdict.Doubled.Count);
    }

    [Fact]
    public void What_is_sent_again_without_a_look_is_doubled()
    {
        var verdict = Audit([1], changed: [1], kept: [], Delete(0, [1], status: 0), Delete(5, [1], changed: [1]));

        Assert.Equal("1/1 was sent again without a look that found it still there.", Assert.Single(verdict.Doubled));
    }

    [Theory]
    [InlineData(9, 2, false)]
    [InlineData(9, 1, true)]
    [InlineData(1, 1, true)]
    public void Look_counts_where_its_page_reaches_the_row(int highest, int lowest, bool isGood)
    {
        Assert.Equal(isGood, Audit([1], changed: [1], kept: [], Delete(0, [1], status: 0), Look(5, highest, lowest), Delete(6, [1], changed: [1])).IsGood);
    }

    [Fact]
    public void Look_in_another_zone_or_among_the_unread_ones_does_not_count()
    {
        var elsewhere = Look(5, highest: 9, lowest: 1) with { ZoneId = 2 };
        var unread = Look(5, highest: 9, lowest: 1) with { Listed = new ListedRange("9", "1", UnreadOnly: true) };

        Assert.Single(Audit([1], changed: [1], kept: [], Delete(0, [1], status: 0), elsewhere, unread, Delete(6, [1], changed: [1])).Doubled);
    }

    [Theory]
    [InlineData(1_999, false)]
    [InlineData(2_000, true)]
    public void Look_after_a_lost_answer_waits_the_requests_timeout_out(int milliseconds, bool isGood)
    {
        var verdict = Audit([1], changed: [1], kept: [], Delete(0, [1], status: 503), Look(milliseconds / 1000.0, highest: 9, lowest: 1), Delete(6, [1], changed: [1]));

        Assert.Equal(isGood, verdict.IsGood);
        Assert.Equal(isGood ? [] : ["1/1 was sent again after a look that began 1 ms too early."], verdict.Doubled);
    }

    [Fact]
    public void Look_after_an_answer_that_came_need_not_wait()
    {
        Assert.True(Audit([1], changed: [1], kept: [], Delete(0, [1], status: 404), Look(0.5, highest: 9, lowest: 1), Delete(1, [1], changed: [1])).IsGood);
    }

    [Fact]
    public void What_Make_refused_may_be_sent_again_at_once()
    {
        Assert.True(Audit([1], changed: [1], kept: [], Delete(0, [1], status: 429), Delete(1, [1], changed: [1])).IsGood);
    }

    private static DeletionVerdict Audit(int[] accepted, int[] changed, int[] kept, params LoggedCall[] log) =>
        DeletionAudit.Of(Ids(accepted), new DeletionReceipt(false, Ids(changed), Ids(kept)), log, Timeout);

    private static HashSet<ZonedId> Ids(int[] ids) => [.. ids.Select(id => new ZonedId(1, new NotificationId((UInt128)id)))];

    private static LoggedCall Delete(double second, int[] ids, int[]? changed = null, int status = 200) => Call(second, ApiOperation.Delete, status) with
    {
        Ids = [.. ids.Select(Text)],
        Changed = [.. (changed ?? []).Select(Text)],
    };

    private static LoggedCall Look(double second, int highest, int lowest) => Call(second, ApiOperation.List, 200) with
    {
        Listed = new ListedRange(Text(highest), Text(lowest), UnreadOnly: false),
    };

    private static LoggedCall Call(double second, ApiOperation operation, int status) => new(
        Start.AddSeconds(second), Start.AddSeconds(second), "alice@harbour.example", operation, 1, [], status, null, [], null);

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
