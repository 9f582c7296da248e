using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Identity;

/// <summary>What the portal does on the way to the identity provider and back, besides what Microsoft.Identity.Web does.</summary>
internal sealed partial class SignInEvents(SignInRules rules, Sessions sessions, IOptionsMonitor<CookieAuthenticationOptions> cookies, ILogger<SignInEvents> log)
    : IPostConfigureOptions<OpenIdConnectOptions>
{
    /// <summary>No identifier of a session at a provider is longer.</summary>
    private const int LongestSid = 200;

    public void PostConfigure(string? name, OpenIdConnectOptions options)
    {
        if (name != OpenIdConnectDefaults.AuthenticationScheme)
            return;
        var (toProvider, validated) = (options.Events.OnRedirectToIdentityProvider, options.Events.OnTokenValidated);
        options.Events.OnRedirectToIdentityProvider = context => ToProviderAsync(context, toProvider);
        options.Events.OnTokenValidated = context => LetInAsync(context, validated);
        options.Events.OnTicketReceived = context =>
        {
            SessionTickets.BeginAnew(context.HttpContext);
            return Task.CompletedTask;
        };
        options.Events.OnRemoteFailure = Failed;
        options.Events.OnRemoteSignOut = SignedOutAtProviderAsync;
    }

    private async Task ToProviderAsync(RedirectContext context, Func<RedirectContext, Task> next)
    {
        // The way back is the address that was asked for, and "//host" is a path to the server but another site to a browser. What was
        // posted can't be repeated by coming back.
        var back = HttpMethods.IsGet(context.Request.Method) ? LocalUrl.OrHome(context.Properties.RedirectUri) : "/";
        if (IsOfScript(context.Request))
        {
            context.HandleResponse();
            await TypedResults.Problem("Sign in with a browser first, and send its cookies.", statusCode: StatusCodes.Status401Unauthorized, title: "You are not signed in")
                .ExecuteAsync(context.HttpContext);
        }
        else if (SessionTickets.EndOf(context.HttpContext) is { } why && context.Request.Path != SignInPaths.Login)
        {
            context.HandleResponse();
            var cookie = cookies.Get(CookieAuthenticationDefaults.AuthenticationScheme);
            cookie.CookieManager.DeleteCookie(context.HttpContext, cookie.Cookie.Name!, cookie.Cookie.Build(context.HttpContext));
            context.Response.Redirect(SignInPaths.Ended(why, back));
        }
        else
        {
            context.Properties.RedirectUri = back;
            await next(context);
        }
    }

    private async Task LetInAsync(TokenValidatedContext context, Func<TokenValidatedContext, Task> next)
    {
        await next(context);
        if (context.Result is not null || rules.RefusalOf(context.Principal!) is not { } why)
            return;
        LogRefused(log, UserKey.Of(context.Principal!)?.ToString(), why);
        context.HandleResponse();
        context.Response.Redirect(SignInPaths.Refused(why));
    }

    private Task Failed(RemoteFailureContext context)
    {
        LogFailed(log, context.Failure?.Message);
        context.HandleResponse();
        context.Response.Redirect(SignInPaths.Refused(SignInRefusal.NotFinished));
        return Task.CompletedTask;
    }

    /// <summary>
    /// The provider asks for it in a frame on its own page, where the browser sends no cookie of ours: what it says of its session is all there
    /// is to go by. Nobody else knows that, so nobody else can end a session with it.
    /// </summary>
    private async Task SignedOutAtProviderAsync(RemoteSignOutContext context)
    {
        context.HandleResponse();
        context.Response.Headers.CacheControl = "no-store";
        var provider = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        if (context.ProtocolMessage is { Sid: { Length: > 0 and <= LongestSid } sid, Iss: var issuer } && rules.IsFrom(issuer, provider.Issuer))
            await sessions.EndAsync(row => row.ProviderSession == sid, SessionEnd.EndedByProvider);
        else
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    /// <summary>A script that is led to a sign-in page takes that page for its answer; the API's description is a page for people.</summary>
    private static bool IsOfScript(HttpRequest request) =>
        (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) && !request.Path.StartsWithSegments("/api/docs", StringComparison.OrdinalIgnoreCase)) || request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(LogLevel.Warning, "{Person} was signed in by the identity provider and not let in: {Why}.")]
    private static partial void LogRefused(ILogger logger, string? person, SignInRefusal why);

    [LoggerMessage(LogLevel.Warning, "A sign-in was not finished: {Problem}")]
    private static partial void LogFailed(ILogger logger, string? problem);
}
