using System.Globalization;
using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Sandbox.OAuth;

/// <summary>Make's OAuth server, at the paths of make-api §2.</summary>
internal static class OAuthEndpoints
{
    public const string Authorize = "/oauth/v2/authorize";

    public const string Token = "/oauth/v2/token";

    public const string Revoke = "/oauth/v2/revoke";

    private const string UserInfo = "/oauth/v2/oidc/userinfo";

    private const string Keys = "/oauth/v2/oidc/jwks";

    private const string BearerScheme = "Bearer ";

    public static void MapOAuth(this IEndpointRouteBuilder routes)
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<TokenEndpoint>();
        routes.MapGet(Authorize, (HttpRequest request, MakeData data) => AuthorizationRequest.From(request.Query) switch
        {
            ({ } wanted, _) => ConsentPage.For(wanted, request, data.Accounts),
            (_, var problem) => Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest),
        });
        routes.MapPost(Authorize, Decide).DisableAntiforgery();
        routes.MapPost(Token, endpoint.TokenAsync);
        routes.MapPost(Revoke, endpoint.RevokeAsync);
        routes.MapGet(UserInfo, (HttpRequest request, OAuthGrants grants) => BearerOf(request) is { } token && grants.Find(token) is { } grant
            ? Results.Ok(new { sub = SubjectOf(grant.Account), name = grant.Account.Name, email = grant.Account.Email })
            : Results.Unauthorized());
        routes.MapGet(Keys, (ProviderKeys keys) => Results.Ok(new { keys = new[] { PublicPart(keys.Signing) } }));
        routes.MapGet("/.well-known/openid-configuration", (HttpRequest request) => Results.Ok(Describe(IssuerOf(request))));
    }

    /// <summary>The token of a request's <c>Authorization: Bearer</c>, or null.</summary>
    public static string? BearerOf(HttpRequest request) =>
        request.Headers[HeaderNames.Authorization] is [{ } header] && header.StartsWith(BearerScheme, StringComparison.Ordinal) ? header[BearerScheme.Length..] : null;

    public static string IssuerOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    public static string SubjectOf(Account account) => account.UserId.ToString(CultureInfo.InvariantCulture);

    private static IResult Decide(HttpRequest request, MakeData data, OAuthGrants grants, [FromForm] string account)
    {
        var (wanted, problem) = AuthorizationRequest.From(request.Query);
        if (wanted is null)
            return Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        var answer = new Dictionary<string, string?> { ["state"] = wanted.State };
        if (account == ConsentPage.Deny)
            answer["error"] = "access_denied";
        else if (data.Accounts.FirstOrDefault(known => known.Email == account && known.Organizations.Count > 0) is { } chosen)
            answer["code"] = grants.Allow(chosen, wanted);
        else
            return Results.NotFound();
        return Results.Redirect(QueryHelpers.AddQueryString(wanted.RedirectUri.OriginalString, answer));
    }

    private static object PublicPart(RsaSecurityKey key) => new
    {
        kty = "RSA",
        use = "sig",
        alg = SecurityAlgorithms.RsaSha256,
        kid = key.KeyId,
        n = Base64UrlEncoder.Encode(key.Parameters.Modulus),
        e = Base64UrlEncoder.Encode(key.Parameters.Exponent),
    };

    private static object Describe(string issuer) => new
    {
        issuer,
        authorization_endpoint = issuer + Authorize,
        token_endpoint = issuer + Token,
        revocation_endpoint = issuer + Revoke,
        userinfo_endpoint = issuer + UserInfo,
        jwks_uri = issuer + Keys,
        response_types_supported = new[] { "code" },
        grant_types_supported = new[] { "authorization_code" },
        subject_types_supported = new[] { "public" },
        id_token_signing_alg_values_supported = new[] { SecurityAlgorithms.RsaSha256 },
        token_endpoint_auth_methods_supported = new[] { "client_secret_post" },
        code_challenge_methods_supported = new[] { "S256" },
    };
}
