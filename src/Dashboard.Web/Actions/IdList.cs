using Dashboard.Client;

namespace Dashboard.Web.Actions;

/// <summary>Ids as the database keeps them: decimal, with commas between.</summary>
internal static class IdList
{
    public static string Print(IEnumerable<NotificationId> ids) => string.Join(',', ids);

    public static NotificationId[] Parse(string text) => text.Length == 0 ? [] : Array.ConvertAll(text.Split(','), NotificationId.Parse);
}
