using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Layout;

/// <summary>
/// The icons of pages that stay open, as HTML that all of them share. MudBlazor's icon is a component, and its buttons hold another: two or three
/// kilobytes for each on every open page.
/// </summary>
internal static class Icon
{
    public static readonly MarkupString Delete = Of(Icons.Material.Outlined.Delete);
    public static readonly MarkupString Done = Of(Icons.Material.Outlined.TaskAlt);
    public static readonly MarkupString MarkAll = Of(Icons.Material.Outlined.DoneAll);
    public static readonly MarkupString Columns = Of(Icons.Material.Outlined.ViewColumn);
    public static readonly MarkupString Refresh = Of(Icons.Material.Outlined.Refresh);
    public static readonly MarkupString Light = Of(Icons.Material.Outlined.LightMode);
    public static readonly MarkupString Dark = Of(Icons.Material.Outlined.DarkMode);
    public static readonly MarkupString System = Of(Icons.Material.Outlined.SettingsBrightness);

    private static MarkupString Of(string drawing) => new($"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{drawing}</svg>""");
}
