using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Dashboard.Client;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>Make in a few lines, at once and always the same, which notes when each request came on the test's clock.</summary>
internal sealed class CountingMake(TimeProvider time) : HttpMessageHandler, IMakeCredentialSource
{
    private readonly ConcurrentQueue<Came> _came = new();

    public IReadOnlyList<Came> Requests => [.. _came];

    /// <summary>Answers instead of the usual answer; gives <see langword="null"/> where it does not want to.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Instead { get; set; } = _ => null;

    public ValueTask<MakeCredential> GetAsync(MakeCaller caller, CancellationToken cancellationToken) => new(MakeCredential.ApiToken(caller.Name));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath["/api/v2".Length..];
        _came.Enqueue(new(time.GetUtcNow(), request.Headers.Authorization!.Parameter!, request.Method, path));
        return Instead(request) ?? new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(
                (request.Method.Method, path) switch
                {
                    ("GET", "/users/unread-notifications") => """{"userUnreadNotifications":1,"userZoneUnreadNotifications":[{"zoneId":1,"unreadNotifications":1}]}""",
                    ("GET", "/notifications") => """{"notifications":[{"id":"7","subject":"s","read":null,"type":1}],"userUnreadNotifications":1,"userZoneNotifications":[{"imtZoneId":1,"unreadNotifications":1}],"pg":{"limit":200}}""",
                    ("GET", _) => """{"notification":{"id":"7","subject":"s","body":"<p>b</p>"}}""",
                    _ => """{"notifications":[{"id":"7"}]}""",
                },
                Encoding.UTF8,
                "application/json"),
        };
    }

    /// <param name="At">When, on the test's clock.</param>
    /// <param name="Caller">Id of the connection.</param>
    /// <param name="Method">HTTP method.</param>
    /// <param name="Path">Path below <c>/api/v2</c>.</param>
    internal sealed record Came(DateTimeOffset At, string Caller, HttpMethod Method, string Path)
    {
        /// <summary>Asked for by a feed.</summary>
        public bool IsPoll => Path is "/users/unread-notifications" || (Path is "/notifications" && Method == HttpMethod.Get);
    }
}
