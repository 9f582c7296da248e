using System.Globalization;
using System.Net;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>Ways in which Make, or what stands before it, fails to answer.</summary>
internal static class Trouble
{
    /// <summary>Fails as the word says.</summary>
    /// <param name="trouble">A status; <c>lost</c>, <c>refused</c>, <c>insecure</c>, <c>page</c> or <c>cut</c>; with <c> in …</c> the Retry-After.</param>
    /// <param name="start">When the test began.</param>
    public static HttpResponseMessage Answer(string trouble, DateTimeOffset start)
    {
        if (trouble is "lost" or "refused" or "insecure")
        {
            throw trouble switch
            {
                "lost" => new HttpRequestException(HttpRequestError.ResponseEnded),
                "refused" => new HttpRequestException(HttpRequestError.ConnectionError),
                _ => new HttpRequestException(HttpRequestError.SecureConnectionError),
            };
        }

        var parts = trouble.Split(" in ", 2);
        var answer = parts[0] switch
        {
            "page" => new HttpResponseMessage { Content = new StringContent("<html>Sign in to the guest network</html>") },
            "cut" => new HttpResponseMessage { Content = new StringContent("""{"notification":{"id":"7","sub""") },
            var status => new HttpResponseMessage((HttpStatusCode)int.Parse(status, CultureInfo.InvariantCulture)) { Content = new StringContent("{}") },
        };
        if (parts is [_, var wait])
            answer.Headers.TryAddWithoutValidation("Retry-After", wait);
        // Make's clock is three hours ahead: only its own Date says what its dates mean.
        answer.Headers.Date = start + TimeSpan.FromHours(3) + TimeSpan.FromSeconds(10);
        return answer;
    }
}
