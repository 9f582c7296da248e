using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Overview;

namespace Dashboard.Web.Components.Pages;

/// <summary>The figures above the list.</summary>
public sealed partial class InboxPage
{
    private InboxOverview? _overview;
    private OverviewBy _overviewBy;
    private OverviewSpan _overviewSpan = OverviewSpan.Fortnight;

    /// <returns><see langword="null"/> where the query's regular expression takes too long; the list says so.</returns>
    private InboxOverview? Overview(InboxSnapshot snapshot, InboxQuery query, OverviewBy by, OverviewSpan span, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        try
        {
            return snapshot.Overview(query, by, span, now, timeZone, _life.Token);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private Task StackOverviewAsync(OverviewBy by)
    {
        _overviewBy = by;
        return CountAsync();
    }

    private Task SpanOverviewAsync(OverviewSpan span)
    {
        _overviewSpan = span;
        return CountAsync();
    }

    private Task FoldOverviewAsync(bool isOpen) => Own.ChangeAsync(before => before with { Overview = isOpen }, _life.Token);

    private void Brush(InboxQuery query) => Navigation.NavigateTo(InboxUrl.Of(query, _open));
}
