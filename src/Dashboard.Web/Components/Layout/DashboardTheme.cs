using Dashboard.Web.Reading;
using MudBlazor;

namespace Dashboard.Web.Components.Layout;

/// <summary>The portal's colours and type. Every pair of text and ground keeps a contrast of at least 4.5 to 1.</summary>
internal static class DashboardTheme
{
    private static readonly string[] SystemFonts = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Liberation Sans", "sans-serif"];

    private static readonly MessageTheme Light = new("#ffffff", "#1d1b2e", "#4a3fc4", "#f0eff7", Dark: false);

    private static readonly MessageTheme Dark = new("#1b1a26", "#ecebf5", "#b3abff", "#2a2839", Dark: true);

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#4a3fc4",
            PrimaryContrastText = "#ffffff",
            Secondary = "#a8195f",
            Background = "#f6f6fa",
            Surface = "#ffffff",
            AppbarBackground = "#ffffff",
            AppbarText = "#1d1b2e",
            TextPrimary = "#1d1b2e",
            TextSecondary = "#55526b",
            ActionDefault = "#55526b",
            Error = "#b3202c",
            Warning = "#8a5200",
            Success = "#1c6b3a",
            Info = "#1f5fa8",
            LinesDefault = "#dedde8",
            TableLines = "#e7e6f0",
            Divider = "#dedde8",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#b3abff",
            PrimaryContrastText = "#17142b",
            Secondary = "#ff8fc0",
            Background = "#12111a",
            Surface = "#1b1a26",
            AppbarBackground = "#1b1a26",
            AppbarText = "#ecebf5",
            TextPrimary = "#ecebf5",
            TextSecondary = "#b4b1c8",
            ActionDefault = "#b4b1c8",
            Error = "#ff8a8f",
            ErrorContrastText = "#2a0508",
            Warning = "#ffc47a",
            WarningContrastText = "#2b1a00",
            Success = "#7fd9a0",
            SuccessContrastText = "#04210f",
            Info = "#8fc2ff",
            InfoContrastText = "#04182e",
            LinesDefault = "#343246",
            TableLines = "#2a2839",
            Divider = "#343246",
        },
        Typography = new Typography { Default = new DefaultTypography { FontFamily = SystemFonts, FontSize = ".875rem" }, Button = new ButtonTypography { FontFamily = SystemFonts, TextTransform = "none" }, Body1 = new Body1Typography { FontFamily = SystemFonts, FontSize = ".875rem" } },
        LayoutProperties = new LayoutProperties { AppbarHeight = "56px", DefaultBorderRadius = "8px" },
    };

    /// <summary>The surface's colours, for a message's frame, which inherits none.</summary>
    public static MessageTheme MessageTheme(bool dark) => dark ? Dark : Light;
}
