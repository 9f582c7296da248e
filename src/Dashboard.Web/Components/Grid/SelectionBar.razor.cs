using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Grid;

/// <summary>
/// What is selected, in words, and the ways on: from the rows on screen to all that match, and what to do with those the view does not
/// hold. It takes its line whether something is selected or not, so that the list below never moves.
/// </summary>
public sealed partial class SelectionBar : ComponentBase
{
    /// <summary>The selection; this bar changes it in place.</summary>
    [Parameter, EditorRequired]
    public required NotificationSelection Selection { get; set; }

    [Parameter]
    public EventCallback SelectionChanged { get; set; }

    /// <summary>A person wants to see the selected notifications that the view does not hold.</summary>
    [Parameter]
    public EventCallback OnShowOutside { get; set; }

    /// <summary>What is said of the list as a whole.</summary>
    [Parameter]
    public string Summary { get; set; } = "";

    /// <summary>Whether older rows are still on their way.</summary>
    [Parameter]
    public bool IsLoading { get; set; }

    private int Outside => Selection.Rows.Outside.Count;

    private string Text
    {
        get
        {
            if (Selection.Count == 0) return Summary;
            var selected = Selection.IsScreen ? $"{Number(Selection.Count)} on screen selected"
                : Outside == 0 && Selection.Extent is SelectionExtent.All ? $"{Number(Selection.Count)} selected, all that match{(IsLoading ? " so far" : null)}"
                : $"{Number(Selection.Count)} selected";
            var outside = Outside == 0 ? "" : Outside == Selection.Count ? ", not in this view" : $", {Number(Outside)} of them not in this view";
            return $"{selected}{outside} · {Summary}";
        }
    }

    private Task SelectAllAsync()
    {
        Selection.AddAll();
        return SelectionChanged.InvokeAsync();
    }

    private Task DropAsync()
    {
        Selection.DropOutside();
        return SelectionChanged.InvokeAsync();
    }

    private Task ClearAsync()
    {
        Selection.Clear();
        return SelectionChanged.InvokeAsync();
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
