using Dashboard.Sandbox.Hosting;

namespace Dashboard.Sandbox.Api;

/// <summary>The routes of the API. One host serves every zone; whether a host at Make does is not published (make-api §1).</summary>
internal static class MakeApi
{
    private const string Root = "/api/v2";

    public static void MapMakeApi(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var gate = services.GetRequiredService<ApiGate>();
        var notifications = services.GetRequiredService<NotificationOperations>();
        var directory = services.GetRequiredService<DirectoryOperations>();
        var identityScope = services.GetRequiredService<SandboxOptions>().Undocumented.IdentityNeedsScope ? Scopes.OrganizationsRead : null;

        Map("GET", "/notifications", ApiOperation.List, Scopes.NotificationsRead, notifications.ListAsync);
        Map("DELETE", "/notifications", ApiOperation.Delete, Scopes.NotificationsWrite, notifications.DeleteAsync, NotificationOperations.IdsOfAsync);
        Map("POST", "/notifications/mark-as-read", ApiOperation.Mark, Scopes.NotificationsWrite, notifications.MarkAsReadAsync);
        Map("GET", "/notifications/{id}", ApiOperation.Detail, Scopes.NotificationsRead, call => notifications.DetailAsync(call, Segment(call, "id")));
        MapAtOnce("/users/unread-notifications", ApiOperation.Unread, Scopes.UserRead, directory.Unread);
        MapAtOnce("/enums/imt-zones", ApiOperation.Zones, identityScope, _ => directory.Zones());
        MapAtOnce("/users/me", ApiOperation.Me, identityScope, DirectoryOperations.Me);
        MapAtOnce("/users/me/current-authorization", ApiOperation.Authorization, identityScope, DirectoryOperations.Authorization);
        MapAtOnce("/organizations", ApiOperation.Organizations, Scopes.OrganizationsRead, directory.Organizations);
        MapAtOnce("/organizations/{id}", ApiOperation.Organization, Scopes.OrganizationsRead, call => directory.Organization(call, Segment(call, "id")));
        routes.Map("/api/{**path}", (HttpContext http) => UnknownPathAsync(http, gate));

        void MapAtOnce(string path, ApiOperation operation, string? scope, Func<ApiCall, ApiAnswer> answer) =>
            Map("GET", path, operation, scope, call => Task.FromResult(answer(call)));

        // Routing ignores case; Make does not (make-api §1). No path of the API has a capital letter or ends in a slash.
        void Map(
            string method, string path, ApiOperation operation, string? scope, Func<ApiCall, Task<ApiAnswer>> answer, Func<HttpRequest, Task<IReadOnlyList<string>>>? ids = null) =>
            routes.MapMethods(Root + path, [method], (HttpContext http) =>
                http.Request.Path.Value is { } asked && (asked.Any(char.IsUpper) || asked.EndsWith('/'))
                    ? UnknownPathAsync(http, gate)
                    : gate.AnswerAsync(http, operation, scope, answer, ids));
    }

    private static Task UnknownPathAsync(HttpContext http, ApiGate gate) =>
        gate.AnswerAsync(http, ApiOperation.Unknown, scope: null, _ => Task.FromResult(DirectoryOperations.UnknownPath()));

    private static string Segment(ApiCall call, string name) => (string)call.Request.RouteValues[name]!;
}
