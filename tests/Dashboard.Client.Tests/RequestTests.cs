using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashboard.Client.Tests;

public class RequestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_asks_with_the_published_names()
    {
        await using var make = LoopbackMake.Answering(Sample.Notifications);

        await make.Client().ListNotificationsAsync(new() { ImtZoneId = 2, Limit = 50, Offset = 100, UnreadOnly = true }, Token);

        var request = Assert.Single(make.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal(
            "/api/v2/notifications?imtZoneId=2&unreadOnly=true&pg[sortBy]=id&pg[sortDir]=desc&pg[limit]=50&pg[offset]=100",
            Uri.UnescapeDataString(request.Target));
        Assert.Equal("Token canary-token", request.Headers["Authorization"]);
        // Not left out: HttpClient would repeat the request unasked.
        Assert.Equal("0", request.Headers["Content-Length"]);
        Assert.DoesNotContain("Content-Type", request.Headers.Keys);
    }

    [Fact]
    public async Task List_leaves_out_what_is_not_asked()
    {
        await using var make = LoopbackMake.Answering(Sample.Notifications);

        await make.Client().ListNotificationsAsync(new(), Token);

        Assert.Equal("/api/v2/notifications?pg[sortBy]=id&pg[sortDir]=desc", Uri.UnescapeDataString(Assert.Single(make.Requests).Target));
    }

    [Fact]
    public async Task Detail_puts_the_digits_in_the_path()
    {
        await using var make = LoopbackMake.Answering(Sample.Notification);

        await make.Client().GetNotificationAsync(NotificationId.Parse("18446744073709551616"), null, Token);

        Assert.Equal("/api/v2/notifications/18446744073709551616", Assert.Single(make.Requests).Target);
    }

    [Fact]
    public async Task Mark_as_read_has_an_empty_body_and_says_all()
    {
        await using var make = LoopbackMake.Answering(Sample.MarkAsRead);

        await make.Client().MarkAllReadAsync(2, Token);

        var request = Assert.Single(make.Requests);
        Assert.Equal(("POST", "/api/v2/notifications/mark-as-read?ids=all&imtZoneId=2"), (request.Method, request.Target));
        Assert.Equal("0", request.Headers["Content-Length"]);
        Assert.DoesNotContain("Content-Type", request.Headers.Keys);
    }

    [Fact]
    public async Task Delete_sends_the_published_body()
    {
        await using var make = LoopbackMake.Answering(Sample.Delete);

        await make.Client().DeleteNotificationsAsync([new(1), new(2), new(3)], 2, Token);

        var request = Assert.Single(make.Requests);
        Assert.Equal(("DELETE", "/api/v2/notifications?imtZoneId=2"), (request.Method, request.Target));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sample.DeleteRequest), JsonNode.Parse(request.Body)));
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        // The published request counts 21 bytes: the same body without blanks.
        Assert.Equal("21", request.Headers["Content-Length"]);
    }

    [Fact]
    public async Task Neighbours_are_asked_at_their_published_paths()
    {
        await using var make = new LoopbackMake((request, stream, token) => LoopbackMake.WriteAsync(
            stream,
            JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(request.Target.Split('?')[0] switch
            {
                "/api/v2/enums/imt-zones" => """{"imtZones":[{"id":1,"domain":"eu1.make.com","name":"EU 1"}]}""",
                "/api/v2/users/unread-notifications" =>
                    """{"userUnreadNotifications":3,"userZoneUnreadNotifications":[{"zoneId":2,"unreadNotifications":1}]}""",
                "/api/v2/users/me" => """{"authUser":{"id":7,"name":"Ada","email":"ada@example.com","features":{"a":true}}}""",
                "/api/v2/users/me/current-authorization" => """{"authorization":{"authUsed":"token","scope":["notifications:read"]}}""",
                "/api/v2/organizations" => """{"organizations":[{"id":11,"name":"Lab","zone":"eu1.make.com"}],"pg":{}}""",
                "/api/v2/organizations/11" => """{"organization":{"id":11,"name":"Lab","license":{"apiLimit":240,"operations":1}}}""",
                _ => "{}",
            })),
            200,
            [],
            token));
        var client = make.Client();

        Assert.Equal([new ImtZone(1, "eu1.make.com", "EU 1")], await client.ListZonesAsync(Token));
        var unread = await client.GetUnreadAsync(Token);
        Assert.Equal(3, unread.UserUnreadNotifications);
        Assert.Equal([new ZoneUnreadNotifications(2, 1)], unread.UserZoneUnreadNotifications);
        Assert.Equal(new MakeUser(7, "Ada", "ada@example.com"), await client.GetMeAsync(Token));
        Assert.Equal(["notifications:read"], (await client.GetCurrentAuthorizationAsync(Token)).Scope);
        Assert.Equal([new Organization(11, "Lab", "eu1.make.com")], await client.ListOrganizationsAsync(Token));
        Assert.Equal(240, (await client.GetOrganizationAsync(11, Token)).License?.ApiLimit);
        Assert.Equal(
            "/api/v2/organizations?cols[]=id&cols[]=name&cols[]=zone&cols[]=license",
            Uri.UnescapeDataString(make.Requests[^2].Target));
    }

    [Fact]
    public async Task An_environment_under_a_path_keeps_its_path()
    {
        await using var make = LoopbackMake.Answering(Sample.Notification);

        await make.Client(options => options.BaseAddress = new(make.Address, "/make/")).GetNotificationAsync(new(3), null, Token);

        Assert.Equal("/make/api/v2/notifications/3", Assert.Single(make.Requests).Target);
    }

    [Fact]
    public async Task Deleting_nothing_is_not_asked()
    {
        await using var make = LoopbackMake.Answering(Sample.Delete);

        await Assert.ThrowsAsync<ArgumentException>(() => make.Client().DeleteNotificationsAsync([], 2, Token));

        Assert.Empty(make.Requests);
    }
}
