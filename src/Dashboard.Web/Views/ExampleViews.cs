using Dashboard.Web.Inbox;

namespace Dashboard.Web.Views;

/// <summary>The saved views a person begins with, to use, change or delete.</summary>
internal static class ExampleViews
{
    public static IReadOnlyList<SavedView> All() =>
    [
        Of("Unread", ViewColour.Blue, "?q=is:unread"),
        Of("Open", ViewColour.Violet, "?q=is:unread is:open"),
        Of("Failures today", ViewColour.Red, "?q=age:<1d&group=failure"),
        Of("Week by day", ViewColour.Green, "?q=age:<1w&group=day"),
        Of("Over 30 days", ViewColour.Grey, "?q=age:>30d&sort=created"),
    ];

    private static SavedView Of(string name, ViewColour colour, string address) => new() { Name = name, Colour = colour, Query = QueryAddress.Parse(address, out _) };
}
