using Dashboard.Web.Components.Pages;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Query;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Tests.Inbox;

public sealed class InboxQueryTests
{
    [Theory]
    [InlineData("", null, "", null)]
    [InlineData(null, "", "", null)]
    [InlineData("is:unread", null, "is:unread", null)]
    [InlineData("is:read", "created", "is:read", "created")]
    [InlineData("  IS:unread   zone:eu1.make.com ", "-created", "is:unread zone:eu1.make.com", null)]
    [InlineData("(timeout) is:unread is:unread", "-id", "timeout is:unread", "-id")]
    [InlineData("zone:localhost:5090", " Subject , -Created ", "zone:localhost:5090", "subject,-created")]
    [InlineData("", "zone,id,subject", "", "zone,id")]
    [InlineData("", "zone,-id", "", "zone")]
    [InlineData("", "-created,-id", "", null)]
    public void Text_has_one_canonical_form(string? text, string? sort, string canonicalText, string? canonicalSort)
    {
        var query = InboxQuery.Parse(text, sort, null, out var problem);

        Assert.Null(problem);
        Assert.Equal((canonicalText, canonicalSort), (query.Text, query.SortText));
    }

    [Theory]
    [InlineData("is:starred is:unread", "Not understood. Position 4")]
    [InlineData("is:unread (", "Not understood. Position 11: this ( is never closed: add a ).")]
    [InlineData("is:unread zone:", "Not understood. Position 16")]
    public void Text_that_is_not_understood_is_said_and_not_applied(string text, string said)
    {
        var query = InboxQuery.Parse(text, "subject", null, out var problem);

        Assert.StartsWith(said, problem, StringComparison.Ordinal);
        Assert.Equal(new InboxQuery().WithSort(new InboxSort(InboxColumn.Subject, Descending: false)), query);
    }

    [Theory]
    [InlineData("priority")]
    [InlineData("--id")]
    [InlineData("-")]
    [InlineData("id,id")]
    public void Order_that_is_not_understood_is_said_and_not_applied(string sort)
    {
        var query = InboxQuery.Parse("is:unread", sort, null, out var problem);

        Assert.StartsWith("Order not understood. Position ", problem, StringComparison.Ordinal);
        Assert.Equal(new InboxQuery().WithUnread(true), query);
    }

    [Theory]
    [InlineData("failure", InboxGrouping.Failure)]
    [InlineData(" Scenario ", InboxGrouping.Scenario)]
    [InlineData("zone", InboxGrouping.Zone)]
    [InlineData("type", InboxGrouping.Type)]
    [InlineData("day", InboxGrouping.Day)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Grouping_is_named_in_one_word(string? text, InboxGrouping? grouping)
    {
        var query = InboxQuery.Parse("is:unread", "subject", text, out var problem);

        Assert.Null(problem);
        Assert.Equal((grouping, grouping?.ToString().ToLowerInvariant()), (query.Group, query.GroupText));
        Assert.NotEqual(query, query.WithGroup(grouping is InboxGrouping.Day ? InboxGrouping.Type : InboxGrouping.Day));
    }

    [Theory]
    [InlineData("month")]
    [InlineData("0")]
    [InlineData("zone,day")]
    public void Grouping_that_is_not_understood_is_said_and_not_applied(string text)
    {
        var query = InboxQuery.Parse("is:unread", null, text, out var problem);

        Assert.Equal("Grouping not understood. Expected failure, scenario, zone, type or day.", problem);
        Assert.Equal(new InboxQuery().WithUnread(true), query);
    }

    [Fact]
    public void Every_query_is_what_its_address_says()
    {
        var (conditions, random) = (new RandomQueries(seed: 11), new Random(12));
        InboxGrouping?[] groupings = [null, .. Enum.GetValues<InboxGrouping>()];
        for (var round = 0; round < 500; round++)
        {
            var sorts = Enum.GetValues<InboxColumn>().OrderBy(_ => random.Next()).Take(random.Next(5)).Select(column => new InboxSort(column, random.Next(2) == 0));
            var query = new InboxQuery { Where = conditions.Condition(depth: 3), Sorts = [.. sorts], Group = groupings[random.Next(groupings.Length)] };
            var address = QueryHelpers.ParseQuery(InboxUrl.Of(query)[1..]).ToDictionary(part => part.Key, part => part.Value.ToString());

            var again = InboxQuery.Parse(address.GetValueOrDefault("q"), address.GetValueOrDefault("sort"), address.GetValueOrDefault("group"), out var problem);

            Assert.Null(problem);
            Assert.Equal((query, query.GetHashCode(), query.Text, query.SortText, query.GroupText), (again, again.GetHashCode(), again.Text, again.SortText, again.GroupText));
        }
    }

    [Fact]
    public void Zone_and_unread_are_those_of_the_one_term_and_can_be_changed()
    {
        var query = InboxQuery.Parse("timeout zone:eu1 is:unread", "-id", null, out _);

        Assert.Equal(("eu1", true), (query.Zone, query.Unread));
        Assert.Equal("timeout is:unread zone:us1", query.WithZone("us1").Text);
        Assert.Equal("timeout is:unread", query.WithZone(null).Text);
        Assert.Equal("timeout zone:eu1", query.WithUnread(null).Text);
        Assert.Equal("-id", query.WithZone(null).SortText);
        Assert.Equal((null, null), (new InboxQuery().Zone, new InboxQuery().Unread));
        Assert.Null(InboxQuery.Parse("zone:eu1 OR zone:us1", null, null, out _).Zone);
    }

    [Theory]
    [InlineData("", "subject", "-created,subject")]
    [InlineData("zone", "subject", "zone,subject")]
    [InlineData("zone,subject", "-zone", "-zone,subject")]
    [InlineData("zone,id", "subject", "zone,id")]
    public void Next_column_decides_after_those_before_it(string sort, string next, string expected)
    {
        var column = InboxQuery.Parse("", next, null, out _).Sort;

        Assert.Equal(expected, InboxQuery.Parse("", sort, null, out _).WithNextSort(column).SortText);
    }
}
