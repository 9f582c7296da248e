using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Layout;

/// <summary>The colours of a circuit: what the person chose, kept in the browser, and what that comes to on this device.</summary>
public sealed class ThemeChoice(ScriptModules scripts)
{
    private const string Module = "./Components/Layout/MainLayout.razor.js";

    /// <summary>The mode or the device's own colours changed.</summary>
    public event Action? Changed;

    public ThemeMode Mode { get; private set; } = ThemeMode.System;

    public bool SystemIsDark { get; private set; }

    public bool IsDark => Mode == ThemeMode.Dark || (Mode == ThemeMode.System && SystemIsDark);

    /// <summary>A mode as people read it.</summary>
    public static string NameOf(ThemeMode mode) => mode == ThemeMode.System ? "as the device" : mode.ToString().ToLowerInvariant();

    /// <summary>Reads the choice from the browser; once, after the first render.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var module = await scripts.ImportAsync(Module, cancellationToken);
        var kept = await module.InvokeAsync<string>("read", cancellationToken);
        Mode = Enum.TryParse<ThemeMode>(kept.Split(' ')[0], out var known) ? known : ThemeMode.System;
        SystemIsDark = kept.EndsWith(" dark", StringComparison.Ordinal);
        Changed?.Invoke();
    }

    /// <summary>Shown once it is kept: a reload right after the colours changed must not bring the old ones back.</summary>
    public async Task ChooseAsync(ThemeMode mode, CancellationToken cancellationToken)
    {
        var module = await scripts.ImportAsync(Module, cancellationToken);
        await module.InvokeVoidAsync("write", cancellationToken, mode.ToString());
        Mode = mode;
        Changed?.Invoke();
    }

    /// <summary>The device switched between light and dark.</summary>
    public void SystemChanged(bool dark)
    {
        SystemIsDark = dark;
        Changed?.Invoke();
    }
}
