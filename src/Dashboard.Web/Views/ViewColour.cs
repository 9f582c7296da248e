namespace Dashboard.Web.Views;

/// <summary>The colours a saved view can have; the page knows what they look like in light and in dark.</summary>
public enum ViewColour
{
    Grey,
    Red,
    Orange,
    Yellow,
    Green,
    Blue,
    Violet,
}
