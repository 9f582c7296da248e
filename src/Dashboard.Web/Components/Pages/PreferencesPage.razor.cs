using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Layout;
using Dashboard.Web.Preferences;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Pages;

/// <summary>How a person likes the portal. What is chosen counts at once.</summary>
public sealed partial class PreferencesPage : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private string? _said;

    [Inject]
    public required OwnPreferences Preferences { get; init; }

    [Inject]
    public required ThemeChoice Choice { get; init; }

    [Inject]
    public required CommandList Commands { get; init; }

    public void Dispose()
    {
        Preferences.Changed -= OnChanged;
        Choice.Changed -= OnChanged;
        _life.Dispose();
    }

    protected override void OnInitialized()
    {
        Preferences.Changed += OnChanged;
        Choice.Changed += OnChanged;
    }

    private async Task SetDensityAsync(GridDensity density)
    {
        await Preferences.ChangeAsync(before => before with { Density = density }, _life.Token);
        _said = "Kept.";
    }

    private Task SetColoursAsync(ThemeMode mode) => Choice.ChooseAsync(mode, _life.Token);

    private async Task ShowKeysAsync() => await Commands.RunAsync(KnownCommands.Keys.Id);

    private void OnChanged() => InvokeAsync(StateHasChanged);
}
