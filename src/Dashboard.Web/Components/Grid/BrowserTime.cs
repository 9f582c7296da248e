using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Grid;

/// <summary>The time zone of the person's browser; one per circuit.</summary>
public sealed class BrowserTime(ScriptModules scripts)
{
    /// <summary>The browser's time zone; UTC until <see cref="LoadAsync"/> has run, or where this server does not know the zone's name.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Asks the browser; call it once, after the first render.</summary>
    /// <returns>Whether <see cref="Zone"/> changed.</returns>
    public async ValueTask<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var module = await scripts.ImportAsync(NotificationGrid.Module, cancellationToken);
        var name = await module.InvokeAsync<string>("timeZone", cancellationToken);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) || zone.Equals(Zone)) return false;

        Zone = zone;
        return true;
    }
}
