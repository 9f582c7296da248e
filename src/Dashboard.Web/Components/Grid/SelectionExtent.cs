namespace Dashboard.Web.Components.Grid;

/// <summary>How much of a view is selected; what the box in the grid's header shows.</summary>
public enum SelectionExtent
{
    None,
    Some,
    All,
}
