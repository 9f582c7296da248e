using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Dashboard.Client;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>
/// The element id of a row. It spells the notification's key, so what a person clicked is known even if the view has changed since.
/// </summary>
public static class RowName
{
    public static string Of(NotificationKey key) => string.Create(CultureInfo.InvariantCulture, $"n{key.Id.Value}:{key.ConnectionId:N}:{key.Zone}");

    public static bool TryParse(string name, [NotNullWhen(true)] out NotificationKey? key)
    {
        key = null;
        if (!name.StartsWith('n') || name[1..].Split(':', 3) is not [var id, var connection, var zone]) return false;
        if (!UInt128.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (!Guid.TryParseExact(connection, "N", out var connectionId)) return false;

        key = new NotificationKey(connectionId, zone, new NotificationId(number));
        return true;
    }
}
