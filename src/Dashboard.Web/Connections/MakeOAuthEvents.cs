using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Dashboard.Web.Connections;

/// <summary>What comes back from Make's consent page becomes a connection of the person who asked, or a few words on the connections page. Nobody is signed in by it.</summary>
internal sealed partial class MakeOAuthEvents(ConnectionSetup setup, TimeProvider time, ILogger<MakeOAuthEvents> log) : OAuthEvents
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "Make";

    private const string User = "make.user";

    private const string Environment = "make.environment";

    /// <summary>What an attempt carries through Make and back, sealed: who began it, where to, and where from.</summary>
    public static AuthenticationProperties Begin(string owner, string environment, string? returnUrl) =>
        new(new Dictionary<string, string?> { [User] = owner, [Environment] = environment }) { RedirectUri = LocalUrl.OrHome(returnUrl) };

    public override Task CreatingTicket(OAuthCreatingTicketContext context)
    {
        // Kept beside the properties for this request only: what is among them is written to a cookie.
        context.Properties.SetParameter(nameof(OAuthTokens), OAuthTokens.Given(context.AccessToken!, context.RefreshToken, context.ExpiresIn, time.GetUtcNow()));
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (owner, properties) = (await SignedInAsync(context.HttpContext), context.Properties!);
        if (owner is null || owner != properties.Items[User])
        {
            Log.SomebodyElse(log);
            Tell(context.HttpContext, ConnectOutcome.SomebodyElse, null);
            return;
        }

        var outcome = await setup.ConnectAsync(owner, properties.Items[Environment]!, properties.GetParameter<OAuthTokens>(nameof(OAuthTokens))!, context.HttpContext.RequestAborted);
        if (outcome == ConnectOutcome.Connected)
            context.Response.Redirect(LocalUrl.OrHome(context.ReturnUri));
        else
            Tell(context.HttpContext, outcome, context.ReturnUri);
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        Tell(context.HttpContext, ConnectOutcome.Denied, context.ReturnUrl);
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        var outcome = OutcomeOf(context.Failure);
        Log.Failed(log, outcome);
        Tell(context.HttpContext, outcome, context.Properties?.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>The framework tells a failure of the token endpoint by its error, and a foreign answer only by these two sentences.</summary>
    private static ConnectOutcome OutcomeOf(Exception? failure) => failure switch
    {
        { Message: "Correlation failed." or "The oauth state was missing or invalid." } => ConnectOutcome.NotBegunHere,
        _ when failure?.Data["error"] as string == "invalid_grant" => ConnectOutcome.CodeExpired,
        _ => ConnectOutcome.OAuthDown,
    };

    /// <summary>This runs before the app's own authentication.</summary>
    private static async Task<string?> SignedInAsync(HttpContext http) =>
        (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal is { } principal ? UserKey.Of(principal)?.ToString() : null;

    private static void Tell(HttpContext http, ConnectOutcome outcome, string? returnUrl) => http.Response.Redirect(ConnectionEndpoints.PageWith(outcome, returnUrl));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Make's answer came back to another person than the one who had asked for it; nothing was stored.")]
        public static partial void SomebodyElse(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "Connecting to Make by OAuth did not work: {Outcome}.")]
        public static partial void Failed(ILogger logger, ConnectOutcome outcome);
    }
}
