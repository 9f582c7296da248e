using System.Globalization;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Inbox;
using Dashboard.Web.Views;
using Microsoft.AspNetCore.Components;
using static Dashboard.Web.Components.HtmlText;

namespace Dashboard.Web.Components.Views;

/// <summary>The saved views with live counts; each is a link.</summary>
public sealed partial class ViewList : ComponentBase
{
    /// <summary>In the person's order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<SavedView> Views { get; set; }

    /// <summary>What each view finds now, by its id; one that is not there is not counted yet.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<Guid, RowCount> Counts { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    /// <summary>The person's default view.</summary>
    [Parameter]
    public Guid? Default { get; set; }

    [Parameter]
    public EventCallback OnSave { get; set; }

    [Parameter]
    public EventCallback OnManage { get; set; }

    /// <summary>Whether keys that are characters alone work, which tooltips name.</summary>
    [CascadingParameter(Name = "SingleLetterKeys")]
    public bool SingleLetterKeys { get; set; } = true;

    // One piece of HTML: element by element an entry is three times as many frames, which the server keeps twice for every open page.
    private MarkupString EntryOf(SavedView view)
    {
        var favourite = view.Id == Default ? "<span class=mark title=\"Your default view\">★<span class=visually-hidden> default</span></span>" : "";
        var shared = view.IsOwn ? "" : "<span class=mark title=\"Shared by a colleague\">shared</span>";
        return new($"<span class=view-dot data-colour={view.Colour} aria-hidden=true></span><span class=name>{Encode(view.Name)}</span>{favourite}{shared}<span class=count>{Encode(CountOf(view))}</span>");
    }

    private string CountOf(SavedView view) => Counts.TryGetValue(view.Id, out var count) ? Number(count.Rows) : "…";

    private string Explain(SavedView view, int number)
    {
        var count = Counts.TryGetValue(view.Id, out var known) ? $"{Number(known.Rows)} notifications, {Number(known.Unread)} unread" : "Counting";
        return KnownCommands.SavedView(number + 1, view.Name).Tip(SingleLetterKeys, $"{view.Name}: {count}");
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
