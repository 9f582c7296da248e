using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Query;

public sealed class SortTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData(" ", "")]
    [InlineData("created", "created")]
    [InlineData("-Created, subject", "-created,subject")]
    [InlineData("read,subject,zone,type,created,-id", "read,subject,zone,type,created,-id")]
    public void Order_has_one_canonical_text(string? text, string canonical)
    {
        Assert.True(SortText.TryParse(text, out var sorts, out _));

        Assert.Equal(canonical, SortText.Print(sorts));
        Assert.True(SortText.TryParse(canonical, out var again, out _));
        Assert.Equal(sorts, again);
    }

    [Fact]
    public void First_column_decides_first()
    {
        Assert.True(SortText.TryParse("-created,subject", out var sorts, out _));

        Assert.Equal([new InboxSort(InboxColumn.Created, true), new InboxSort(InboxColumn.Subject, false)], sorts);
    }

    [Theory]
    [InlineData("colour", 0, 6, "a column is expected")]
    [InlineData("subject,", 8, 0, "a column is expected")]
    [InlineData("subject,,zone", 8, 0, "a column is expected")]
    [InlineData("--subject", 0, 9, "a column is expected")]
    [InlineData("2", 0, 1, "a column is expected")]
    [InlineData("-subject,zone,subject", 14, 7, "subject stands here twice")]
    public void Order_that_cannot_be_read_is_told_where(string text, int position, int length, string message)
    {
        Assert.False(SortText.TryParse(text, out var sorts, out var error));

        Assert.Empty(sorts);
        Assert.Equal((position, length), (error.Position, error.Length));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Very_long_order_is_refused() =>
        Assert.False(SortText.TryParse(string.Join(',', Enumerable.Repeat("id", 1_000_000)), out _, out _));
}
