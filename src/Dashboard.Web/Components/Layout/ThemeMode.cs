namespace Dashboard.Web.Components.Layout;

/// <summary>Which colours a person wants.</summary>
public enum ThemeMode
{
    System,
    Light,
    Dark,
}
