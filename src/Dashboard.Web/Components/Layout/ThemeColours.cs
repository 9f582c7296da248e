using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor;
using MudBlazor.Extensions;

namespace Dashboard.Web.Components.Layout;

/// <summary>
/// MudBlazor's provider with the portal's theme, whose text is written once for all pages. By itself the provider writes it anew each time it is
/// drawn, 24 KB that the server keeps twice for every open page.
/// </summary>
public sealed class ThemeColours : MudThemeProvider
{
    private static string? _light;
    private static string? _dark;

    public ThemeColours() => Theme = DashboardTheme.Theme;

    protected override void BuildRenderTree(RenderTreeBuilder __builder) =>
        __builder.AddMarkupContent(0, this.GetState(provider => provider.IsDarkMode) ? _dark ??= Write() : _light ??= Write());

    private string Write() => BuildMudBlazorScrollbar() + BuildTheme();
}
