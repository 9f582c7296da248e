using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dashboard.Client.Wire;

/// <summary>The one place where what went wrong gets its name.</summary>
internal static partial class Failures
{
    private const int MaxErrorBytes = 64 * 1024;
    private const string NoOrganization = "no organization in the zone";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>An answer whose status says that it failed.</summary>
    public static async Task<MakeException> FromStatusAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new(new MakeFailure.Throttled(RetryAfter(response, time)));
        if (status is >= 500 or (int)HttpStatusCode.RequestTimeout or (int)HttpStatusCode.ProxyAuthenticationRequired)
            return new(new MakeFailure.Unavailable($"it answered with HTTP {status}", RetryAfter(response, time)), status != (int)HttpStatusCode.ProxyAuthenticationRequired);
        if (status is < 400 and not (int)HttpStatusCode.NotModified)
            return new(new MakeFailure.Unreadable(null, $"a redirect (HTTP {status})"), mayHaveBeenExecuted: true);

        using var body = await AnswerContent.ReadAsync(response.Content, MaxErrorBytes, cancellationToken);
        var error = body is null ? MakeError.None : MakeError.Read(body.Bytes);
        return new(response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.NotModified => new MakeFailure.NotSignedIn(),
            _ when error.Code == "IM102" => new MakeFailure.NotSignedIn(),
            HttpStatusCode.Forbidden => new MakeFailure.LacksPermission(error.Detail),
            HttpStatusCode.NotFound => new MakeFailure.NotFound(),
            HttpStatusCode.BadRequest when error.Mentions(NoOrganization) => new MakeFailure.NoOrganizationInZone(),
            _ => new MakeFailure.Rejected(error.Code, error.Detail, error.Suberrors),
        });
    }

    /// <summary>A request that got no answer, or only a part of one.</summary>
    public static MakeException FromTransport(Exception e, bool isSent) => e switch
    {
        _ when !isSent => new(new MakeFailure.Unavailable("no credential could be had"), false, e),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
            new(new MakeFailure.Unavailable("its host name is not known"), false, e),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            new(new MakeFailure.Insecure(), false, e),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } =>
            new(new MakeFailure.Unavailable("no connection can be made"), false, e),
        OperationCanceledException { InnerException: TimeoutException } =>
            new(new MakeFailure.Unavailable("no connection could be made in time"), false, e),
        _ => new(new MakeFailure.Unavailable("the connection was lost before the whole answer was here"), true, e),
    };

    /// <summary>The deadline passed.</summary>
    public static MakeException Late(Exception e, bool isSent) =>
        new(new MakeFailure.Unavailable(isSent ? "no whole answer came in time" : "no credential came in time"), isSent, e);

    /// <summary>No answer began.</summary>
    public static MakeException Silent(Exception e, bool isSent) => new(new MakeFailure.Unavailable("no answer began in time"), isSent, e);

    /// <summary>A successful answer that is no JSON, or not the whole of it: another one may be.</summary>
    public static MakeException Cut(string reason) => new(new MakeFailure.Unreadable(null, reason) { IsCut = true }, true);

    /// <summary>A successful answer that is not what it should be as a whole.</summary>
    public static MakeException Unreadable(string reason, Exception? e = null) => new(new MakeFailure.Unreadable(null, reason), true, e);

    /// <summary>A successful answer whose JSON is broken or breaks the contract.</summary>
    public static MakeException Unreadable(JsonException e)
    {
        // The exception itself stays behind: its message may quote the answer.
        if (Missing().Match(e.Message) is { Success: true } missing)
            return new(new MakeFailure.Unreadable(Field(e.Path, missing.Groups[1].Value), "missing"), true);
        // What is not JSON at all comes as an inner exception of that kind.
        return e.InnerException is not JsonException && Field(e.Path, "") is { } field
            ? new(new MakeFailure.Unreadable(field, "not as Make documents it"), true)
            : new(new MakeFailure.Unreadable(null, "not complete JSON"), true);
    }

    /// <summary>A path such as <c>notifications[0].id</c>; null when there is none, or when it holds a name that is not Make's.</summary>
    private static string? Field(string? path, string name)
    {
        var field = $"{path?.TrimStart('$')}.{name}".Trim('.');
        return PlainPath().IsMatch(field) ? field : null;
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        // Set against the server's own clock where it tells it.
        var wait = header?.Delta ?? header?.Date - (response.Headers.Date ?? time.GetUtcNow());
        return wait is { } w ? TimeSpan.FromTicks(Math.Clamp(w.Ticks, 0, LongestWait.Ticks)) : null;
    }

    [GeneratedRegex(@"missing required properties including: '(\w+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^[A-Za-z0-9_.\[\]]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPath();
}
