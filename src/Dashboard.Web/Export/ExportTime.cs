using System.Globalization;

namespace Dashboard.Web.Export;

internal static class ExportTime
{
    /// <summary>ISO 8601 in UTC, as precise as Make tells times.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
