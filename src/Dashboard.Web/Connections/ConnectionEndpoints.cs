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
        return TypedResults.LocalRedirect(outcome == ConnectOutcome.Connected
            ? LocalUrl.OrHome(returnUrl)
            : QueryHelpers.AddQueryString(Page, new Dictionary<string, string?> { ["outcome"] = outcome.ToString(), ["returnUrl"] = returnUrl }));
    }

    private static async Task<RedirectHttpResult> DisconnectAsync(
        HttpContext context, ConnectionRegister register, [FromForm] Guid connection, CancellationToken cancellationToken)
    {
        await register.RemoveAsync(UserKey.Required(context.User).ToString(), connection, cancellationToken);
        return TypedResults.LocalRedirect(Page);
    }
}
