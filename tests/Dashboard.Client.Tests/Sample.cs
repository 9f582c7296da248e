namespace Dashboard.Client.Tests;

/// <summary>The samples of Make's reference page "Notifications", word for word.</summary>
internal static class Sample
{
    public static string Notifications => Read("notifications");

    public static string Notification => Read("notification");

    public static string MarkAsRead => Read("mark-as-read");

    public static string DeleteRequest => Read("delete-request");

    public static string Delete => Read("delete");

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"));
}
