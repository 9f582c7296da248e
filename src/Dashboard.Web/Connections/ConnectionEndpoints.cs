using Dashboard.Web.Hosting;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Connections;

/// <summary>Connect and disconnect by form posts: a token travels once, from the form to the vault, and never over a circuit.</summary>
internal static class ConnectionEndpoints
{
    private const string Page = "/settings/connections";

    public static void MapConnections(this WebApplication app)
    {
        app.MapPost("/make/token", ConnectAsync).RequireFormToken();
        if (app.Services.GetRequiredService<IOptions<MakeOptions>>().Value.OAuth.IsOffered)
            app.MapPost("/make/connect", AskMake).RequireFormToken();
        app.MapPost("/make/rename", RenameAsync).RequireFormToken();
        app.MapPost("/make/disconnect", DisconnectAsync).RequireFormToken();
    }

    private static async Task<RedirectHttpResult> ConnectAsync(
        HttpContext context,
        ConnectionSetup setup,
        IOptions<MakeOptions> make,
        [FromForm] string environment,
        [FromForm] string? token,
        [FromForm] int? sample,
        [FromForm] string? returnUrl,
        CancellationToken cancellationToken)
    {
        var owner = UserKey.Required(context.User).ToString();
        var pasted = sample is { } index ? make.Value.Find(environment)?.SampleTokens.ElementAtOrDefault(index)?.Token : token;
        var outcome = await setup.ConnectAsync(owner, environment, pasted ?? "", cancellationToken);
        return TypedResults.LocalRedirect(outcome == ConnectOutcome.Connected ? LocalUrl.OrHome(returnUrl) : PageWith(outcome, returnUrl));
    }

    /// <summary>The address of the connections page with how an attempt has ended.</summary>
    /// <param name="outcome">One of the outcomes, which the page has words for.</param>
    /// <param name="returnUrl">Where the person wanted to be after connecting.</param>
    public static string PageWith(Enum outcome, string? returnUrl = null) =>
        QueryHelpers.AddQueryString(Page, new Dictionary<string, string?> { ["outcome"] = outcome.ToString(), ["returnUrl"] = returnUrl });

    /// <summary>The environment is one of the settings': what a person sends names it and never tells an address.</summary>
    private static Results<ChallengeHttpResult, RedirectHttpResult> AskMake(
        HttpContext context, IOptions<MakeOptions> make, [FromForm] string environment, [FromForm] string? returnUrl) =>
        make.Value.Find(environment) is { } known
            ? TypedResults.Challenge(MakeOAuthEvents.Begin(UserKey.Required(context.User).ToString(), known.Name, returnUrl), [MakeOAuthEvents.Scheme])
            : TypedResults.LocalRedirect(PageWith(ConnectOutcome.UnknownEnvironment, returnUrl));

    private static async Task<RedirectHttpResult> RenameAsync(
        HttpContext context, ConnectionRegister register, [FromForm] Guid connection, [FromForm] string? name, CancellationToken cancellationToken) =>
        TypedResults.LocalRedirect(PageWith(await register.RenameAsync(UserKey.Required(context.User).ToString(), connection, name ?? "", cancellationToken)
            ? RenameOutcome.Renamed
            : RenameOutcome.NameNotFree));

    private static async Task<RedirectHttpResult> DisconnectAsync(
        HttpContext context, ConnectionSetup setup, [FromForm] Guid connection, CancellationToken cancellationToken) =>
        TypedResults.LocalRedirect(PageWith(await setup.DisconnectAsync(UserKey.Required(context.User).ToString(), connection, cancellationToken)));
}
