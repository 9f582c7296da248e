namespace Dashboard.Web.Identity;

/// <summary>Who may see and end everyone's sessions.</summary>
public static class Administrator
{
    /// <summary>The app role that makes one, as the app registration names it.</summary>
    public const string Role = "Dashboard.Admin";

    /// <summary>The policy that demands it.</summary>
    public const string Policy = "administrator";
}
