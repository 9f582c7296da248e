using System.Collections.Frozen;

namespace Dashboard.Sandbox.Api;

/// <summary>The API scopes the sandbox knows (make-api §2).</summary>
internal static class Scopes
{
    public const string NotificationsRead = "notifications:read";
    public const string NotificationsWrite = "notifications:write";
    public const string UserRead = "user:read";
    public const string OrganizationsRead = "organizations:read";

    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(NotificationsRead, NotificationsWrite, UserRead, "user:write", OrganizationsRead, "teams:read");

    public static FrozenSet<string> Only(params ReadOnlySpan<string> scopes) => FrozenSet.Create(scopes);

    public static FrozenSet<string> AllBut(string scope) => All.Where(held => held != scope).ToFrozenSet();
}
