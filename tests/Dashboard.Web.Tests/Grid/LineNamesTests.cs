using Dashboard.Web.Components.Grid;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Grid;

public sealed class LineNamesTests
{
    private readonly LineNames _names = new();

    [Fact]
    public void Name_leads_back_to_its_line()
    {
        LineKey[] lines = [new(ListedView.Key(1)), new(Group("a b")), new(Group("ä: → \"x\"")), new(ListedView.Key(2))];
        string[] names = [.. lines.Select(_names.Of)];

        Assert.Equal(lines.Select(line => (LineKey?)line), names.Select(name => _names.TryRead(name, out var line) ? line : null));
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.DoesNotContain(names, name => name.Contains(' '));
        Assert.Equal(names, lines.Select(_names.Of));
    }

    [Theory]
    [InlineData("")]
    [InlineData("g")]
    [InlineData("g1")]
    [InlineData("g-1")]
    [InlineData("gx")]
    [InlineData("n1")]
    public void Name_that_was_not_given_leads_nowhere(string name) => Assert.False(_names.TryRead(name, out _));

    [Fact]
    public void Number_that_is_forgotten_is_never_given_again()
    {
        var first = _names.Of(new LineKey(Group("first")));
        foreach (var number in Enumerable.Range(0, 5000)) _names.Of(new LineKey(Group($"{number}")));

        Assert.False(_names.TryRead(first, out _));
        Assert.NotEqual(first, _names.Of(new LineKey(Group("first"))));
    }

    private static GroupKey Group(string name) => new(InboxGrouping.Failure, "eu1.make.com", 1, name);
}
