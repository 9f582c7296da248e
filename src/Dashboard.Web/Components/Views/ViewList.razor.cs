using System.Globalization;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Inbox;
using Dashboard.Web.Views;
using Microsoft.AspNetCore.Components;

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

    private string CountOf(SavedView view) => Counts.TryGetValue(view.Id, out var count) ? Number(count.Rows) : "…";

    private string Explain(SavedView view, int number)
    {
        var count = Counts.TryGetValue(view.Id, out var known) ? $"{Number(known.Rows)} notifications, {Number(known.Unread)} unread" : "Counting";
        return KnownCommands.SavedView(number + 1, view.Name).Tip(SingleLetterKeys, $"{view.Name}: {count}");
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
