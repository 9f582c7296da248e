using Bunit;
using Dashboard.Web.Components.Layout;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Components.Tests.Layout;

public sealed class ThemeColoursTests : BunitContext
{
    public ThemeColoursTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Colours_are_those_that_the_provider_itself_writes(bool dark)
    {
        var own = Render<MudThemeProvider>(provider => provider.Add(it => it.Theme, DashboardTheme.Theme).Add(it => it.IsDarkMode, dark));
        var shared = Render<ThemeColours>(colours => colours.Add(it => it.IsDarkMode, dark));

        Assert.Equal(Theme(own), Theme(shared));
    }

    [Fact]
    public void Colours_change_with_the_choice()
    {
        var colours = Render<ThemeColours>(colours => colours.Add(it => it.IsDarkMode, false));
        var light = Theme(colours);

        colours.Render(changed => changed.Add(it => it.IsDarkMode, true));

        Assert.Contains("color-scheme: dark", Theme(colours), StringComparison.Ordinal);
        Assert.Contains("color-scheme: light", light, StringComparison.Ordinal);
    }

    private static string Theme<T>(IRenderedComponent<T> provider)
        where T : MudThemeProvider => provider.Find("style.mud-theme-provider").TextContent;
}
