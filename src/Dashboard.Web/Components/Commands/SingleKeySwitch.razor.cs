using Dashboard.Web.Components.Layout;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Commands;

/// <summary>Switches keys that are characters alone on and off, for this person everywhere (WCAG 2.1.4).</summary>
public sealed partial class SingleKeySwitch : ComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();

    [Inject]
    public required OwnPreferences Preferences { get; init; }

    public void Dispose()
    {
        Preferences.Changed -= OnChanged;
        _life.Dispose();
    }

    protected override void OnInitialized() => Preferences.Changed += OnChanged;

    private Task SetAsync(bool on) => Preferences.ChangeAsync(before => before with { SingleLetterKeys = on }, _life.Token);

    private void OnChanged() => InvokeAsync(StateHasChanged);
}
