namespace Dashboard.Sandbox.Data;

/// <summary>
/// Notifications of the types 2 and 3. Their meaning at Make is unknown (make-api §6.5): subjects and bodies stay neutral so that
/// nothing learns a meaning from them.
/// </summary>
internal static class OtherTypes
{
    public static IReadOnlyList<NotificationText> All { get; } =
    [
        Neutral("A notice about your account", 2),
        Neutral("A notice about Harbour & Sons <archive>", 2),
        Neutral("A message for all users", 3),
        Neutral("Un message pour tous : été 2026 🌞", 3),
    ];

    private static WrittenText Neutral(string subject, int type) =>
        new(subject, type, $"<p>A notification of type {type}. What this type means at Make is not published.</p>\n");
}
