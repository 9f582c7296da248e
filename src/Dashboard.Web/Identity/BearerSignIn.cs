using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;

namespace Dashboard.Web.Identity;

/// <summary>
/// Lets a script in with an access token that Entra gave it for this app in a person's name, instead of that person's cookies. Nothing sends
/// such a token by itself, so that no antiforgery token goes with it.
/// </summary>
internal static class BearerSignIn
{
    /// <summary>The scope, exposed by the app registration, without which a token opens nothing.</summary>
    public const string Scope = "access_as_user";

    private const string Caller = "cookie or bearer";

    public static IServiceCollection AddBearerSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(options => (options.DefaultScheme, options.DefaultAuthenticateScheme, options.DefaultChallengeScheme, options.DefaultForbidScheme) = (Caller, Caller, Caller, Caller))
            .AddPolicyScheme(Caller, null, policy => policy.ForwardDefaultSelector = context =>
                IsOffered(context.Request) ? JwtBearerDefaults.AuthenticationScheme : OpenIdConnectDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApi(configuration.GetSection("AzureAd"));
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<SignInRules>((bearer, rules) =>
        {
            LoopbackProvider.Allow(bearer.Authority, () => bearer.RequireHttpsMetadata = false, bearer.TokenValidationParameters);
            var validated = bearer.Events.OnTokenValidated;
            bearer.Events.OnTokenValidated = async context =>
            {
                await validated(context);
                if (context.Result is null && (rules.RefusalOf(context.Principal!) is not null || !HasScope(context.Principal!)))
                    context.Fail("The token was not given for this portal, or not to somebody who may enter.");
            };
            bearer.Events.OnChallenge = RefuseAsync;
        });
        return services;
    }

    /// <summary>Whether whoever asks was let in by a token of its own.</summary>
    public static bool IsUsed(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is { Succeeded: true, Ticket.AuthenticationScheme: JwtBearerDefaults.AuthenticationScheme };

    private static bool IsOffered(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static bool HasScope(ClaimsPrincipal person) =>
        person.FindAll("scp").SelectMany(claim => claim.Value.Split(' ')).Contains(Scope);

    private static async Task RefuseAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = context.Options.Challenge;
        await TypedResults.Problem(
            $"Ask Entra for a token of this app with the scope {Scope}, in the name of somebody who may enter, and send it before it expires.",
            statusCode: StatusCodes.Status401Unauthorized,
            title: "The token is not accepted").ExecuteAsync(context.HttpContext);
    }
}
