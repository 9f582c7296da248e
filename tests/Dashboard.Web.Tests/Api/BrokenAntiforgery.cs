using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Dashboard.Web.Tests.Api;

/// <summary>A part of the server that fails as no part should.</summary>
internal sealed class BrokenAntiforgery : IAntiforgery
{
    public const string Words = "planted words of an error inside";

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => throw new InvalidOperationException(Words);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => throw new InvalidOperationException(Words);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => throw new InvalidOperationException(Words);

    public Task ValidateRequestAsync(HttpContext httpContext) => throw new InvalidOperationException(Words);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => throw new InvalidOperationException(Words);
}
