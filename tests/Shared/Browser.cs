using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Testing;

/// <summary>
/// A person's browser as far as HTTP goes: a cookie jar, redirects and forms. Like real browsers, and unlike .NET's own jar, it counts
/// loopback as secure and tells no ports apart.
/// </summary>
/// <param name="home">Where the app is.</param>
/// <param name="trusted">A certificate trusted for https, besides those that the computer trusts.</param>
public sealed class Browser(Uri home, X509Certificate2? trusted = null) : IDisposable
{
    private readonly Dictionary<(string Host, string Name), (string Value, string Path)> _cookies = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, SslOptions = Trusting(trusted), Expect100ContinueTimeout = Timeout.InfiniteTimeSpan }) { BaseAddress = home };

    /// <summary>The cookies held for the home's host, by name.</summary>
    public IReadOnlyDictionary<string, string> Cookies =>
        _cookies.Where(cookie => cookie.Key.Host == home.Host).ToDictionary(cookie => cookie.Key.Name, cookie => cookie.Value.Value);

    /// <summary>What this browser says it is; nothing by itself.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Signs in from the home page through the sandbox's provider.</summary>
    /// <param name="email">One of the sandbox's people.</param>
    /// <param name="path">The address asked for; sign-in leads back to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer after the last redirect to the app that is not followed: where sign-in sends the person.</returns>
    public async Task<HttpResponseMessage> SignInAsync(string email, string path = "/", CancellationToken cancellationToken = default)
    {
        var choice = await FollowAsync(await GetAsync(path, cancellationToken), cancellationToken);
        var page = await FormAsync(choice, cancellationToken);
        page.Add("account", email);
        var answer = await FollowAsync(await PostAsync(choice.RequestMessage!.RequestUri!, page, cancellationToken), cancellationToken);
        return await PostAsync("/signin-oidc", await FormAsync(answer, cancellationToken), cancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string address, CancellationToken cancellationToken = default) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, Absolute(address)), cancellationToken);

    public Task<HttpResponseMessage> PostAsync(string address, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken = default) =>
        PostAsync(Absolute(address), form, cancellationToken);

    /// <summary>Posts JSON as a script of a signed-in person does.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="body">Written as JSON; none where it is left out.</param>
    /// <param name="token">The antiforgery token; asked for where it is left out, and not sent where it is empty.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<HttpResponseMessage> PostJsonAsync(string address, object? body = null, string? token = null, CancellationToken cancellationToken = default)
    {
        token ??= await HeaderTokenAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, Absolute(address)) { Content = body is null ? null : JsonContent.Create(body) };
        if (token.Length > 0)
            request.Headers.Add("RequestVerificationToken", token);
        return await SendAsync(request, cancellationToken);
    }

    /// <summary>The antiforgery token that a script of the signed-in person is given.</summary>
    public async Task<string> HeaderTokenAsync(CancellationToken cancellationToken)
    {
        using var answer = await GetAsync("/api/v1/antiforgery", cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("token").GetString()!;
    }

    /// <summary>Follows redirects to the first answer that is none.</summary>
    public async Task<HttpResponseMessage> FollowAsync(HttpResponseMessage answer, CancellationToken cancellationToken = default)
    {
        for (var steps = 0; answer.Headers.Location is { } location; steps++)
        {
            if (steps == 20)
                throw new InvalidOperationException($"Redirected without end, at last to {location}.");
            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, next), cancellationToken);
        }

        return answer;
    }

    /// <summary>Sends with the cookies of the address and keeps those of the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var address = request.RequestUri!;
        var cookies = _cookies.Where(cookie => cookie.Key.Host == address.Host && address.AbsolutePath.StartsWith(cookie.Value.Path, StringComparison.Ordinal))
            .Select(cookie => $"{cookie.Key.Name}={cookie.Value.Value}").ToArray();
        if (cookies.Length > 0)
            request.Headers.Add(HeaderNames.Cookie, string.Join("; ", cookies));
        if (UserAgent is not null)
            request.Headers.TryAddWithoutValidation(HeaderNames.UserAgent, UserAgent);
        var answer = await _http.SendAsync(request, cancellationToken);
        if (answer.Headers.TryGetValues(HeaderNames.SetCookie, out var set))
            Keep(address.Host, set);
        return answer;
    }

    /// <summary>Keeps what a host's <c>Set-Cookie</c> headers say.</summary>
    public void Keep(string host, IEnumerable<string> setCookies)
    {
        foreach (var cookie in SetCookieHeaderValue.ParseList([.. setCookies]))
        {
            if (cookie.Expires < DateTimeOffset.UtcNow || cookie.MaxAge <= TimeSpan.Zero)
                _cookies.Remove((host, cookie.Name.ToString()));
            else
                _cookies[(host, cookie.Name.ToString())] = (cookie.Value.ToString(), cookie.Path.HasValue ? cookie.Path.ToString() : "/");
        }
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> PostAsync(Uri address, IReadOnlyDictionary<string, string> form, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) }, cancellationToken);

    /// <summary>The named inputs of the one form on a page.</summary>
    private static async Task<Dictionary<string, string>> FormAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var html = await answer.Content.ReadAsStringAsync(cancellationToken);
        var form = new HtmlParser().ParseDocument(html).Forms.SingleOrDefault()
            ?? throw new InvalidOperationException($"{answer.RequestMessage!.RequestUri} answered {(int)answer.StatusCode} without a form: {html[..Math.Min(html.Length, 500)]}");
        return form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
    }

    private static SslClientAuthenticationOptions Trusting(X509Certificate2? certificate) => certificate is null
        ? new SslClientAuthenticationOptions()
        : new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate }, RevocationMode = X509RevocationMode.NoCheck },
        };

    /// <summary>An address of the home's host. Not by joining, which would read "//host" as another site.</summary>
    public Uri Absolute(string address) => new(home.GetLeftPart(UriPartial.Authority) + address);
}
