using Bunit;
using Dashboard.Client;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Actions;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Components.Tests.Actions;

public sealed class ReceiptTests : BunitContext
{
    [Fact]
    public void Zone_says_what_was_asked_what_was_changed_and_why_the_rest_stayed()
    {
        var receipt = Show(ActionKind.Delete, Zone(asked: 5, changed: 2, kept: ["It is still there.", "It is still there.", "You stopped before its turn."]));

        Assert.Equal(["EU1", "5", "2", "3"], Cells(receipt));
        Assert.Equal("Deleted", receipt.FindAll("thead th")[2].TextContent);
        Assert.Equal(["2 kept: It is still there.", "1 kept: You stopped before its turn."], Lines(receipt));
    }

    [Fact]
    public void Zone_that_went_well_says_nothing_more()
    {
        var receipt = Show(ActionKind.Delete, Zone(asked: 2, changed: 2));

        Assert.Empty(receipt.FindAll("li"));
        Assert.Empty(receipt.FindAll("p"));
    }

    [Fact]
    public void What_Make_did_not_answer_is_called_probable() =>
        Assert.Contains("answer was lost", Assert.Single(Lines(Show(ActionKind.Delete, Zone(asked: 1, changed: 1, isProbable: true)))), StringComparison.Ordinal);

    [Fact]
    public void What_goes_on_is_counted_so_far() =>
        Assert.Equal("1 so far", Cells(Show(ActionKind.Delete, Zone(asked: 2, changed: 1, isSettled: false)))[2]);

    [Theory]
    [InlineData(1, "1 was marked that you never saw · show it")]
    [InlineData(4, "4 were marked that you never saw · show them")]
    [InlineData(31, "31 were marked that you never saw · show the newest 30")]
    public void Those_never_seen_are_a_view_of_the_inbox(int never, string words)
    {
        var receipt = Show(ActionKind.MarkAllRead, Zone(asked: never, changed: never, neverSeen: never));

        Assert.Equal(words, Assert.Single(Lines(receipt)));
        var address = receipt.Find("a").GetAttribute("href")!;
        Assert.StartsWith("/?q=", address, StringComparison.Ordinal);
        var query = QueryAddress.Parse(address[1..], out var problem);
        Assert.Null(problem);
        Assert.InRange(query.Text.Length, 1, QueryText.MaxLength);
        Assert.Equal(Math.Min(never, ReceiptZone.MostShown), query.Text.Split("id:").Length - 1);
    }

    [Fact]
    public void Done_is_said_to_be_the_portals_own() =>
        Assert.Contains("Make was not told", Show(ActionKind.Done, Zone(asked: 1, changed: 1)).Find("p").TextContent, StringComparison.Ordinal);

    private IRenderedComponent<ReceiptView> Show(ActionKind kind, ZoneReceipt zone) => Render<ReceiptView>(p => p
        .Add(view => view.Kind, kind)
        .Add(view => view.Zones, ReceiptZone.Of(new ActionReceipt(Samples.Action(kind), [zone])))
        .Add(view => view.ZoneName, (_, _) => "EU1"));

    /// <summary>Ids as long as Make's may get.</summary>
    private static ZoneReceipt Zone(int asked, int changed, string[]? kept = null, int neverSeen = 0, bool isProbable = false, bool isSettled = true)
    {
        NotificationKey[] keys = [.. Enumerable.Range(0, asked).Select(number => new NotificationKey(Sample.Connection.Id, "eu1.make.example", NotificationId.Parse($"{18446744073709551615 - (ulong)number}")))];
        return new ZoneReceipt(
            Sample.Connection.Id,
            "eu1.make.example",
            keys,
            keys[..changed],
            (kept ?? []).Select((reason, index) => (Key: keys[changed + index], reason)).ToDictionary(one => one.Key, one => one.reason),
            keys[..neverSeen],
            isProbable,
            isSettled,
            null);
    }

    private static string[] Cells(IRenderedComponent<ReceiptView> receipt) => [.. receipt.FindAll("tbody th, tbody td").Select(cell => cell.TextContent)];

    private static string[] Lines(IRenderedComponent<ReceiptView> receipt) =>
        [.. receipt.FindAll("li").Select(line => string.Join(' ', line.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
