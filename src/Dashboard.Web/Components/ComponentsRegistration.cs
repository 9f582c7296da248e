using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Components.Layout;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Web.Components;

internal static class ComponentsRegistration
{
    public static IServiceCollection AddComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomLeft;
            mud.SnackbarConfiguration.VisibleStateDuration = 8_000;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 3;
        });
        services.AddScoped<ScriptModules>();
        services.AddScoped<BrowserTime>();
        services.AddScoped<ThemeChoice>();
        services.AddScoped<OwnPreferences>();
        services.AddScoped<CommandList>();
        return services;
    }

    public static void MapComponents(this WebApplication app) => app.MapRazorComponents<App>()
        // The policy of the whole site says who may frame it; the framework's own would only repeat part of it.
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
        .WithStaticAssets();
}
