using Dashboard.Sandbox.Pages;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Sandbox.Identity;

/// <summary>The provider's page after signing out at it. Like Entra's, it tells each app in a frame that the browser does not show.</summary>
internal static class SignedOutPage
{
    /// <summary>Where an app hears of it, as Entra's app registration would name it.</summary>
    public const string FrontChannelPath = "/signout-oidc";

    /// <param name="apps">Origins of the apps.</param>
    /// <param name="issuer">The provider's own name.</param>
    /// <param name="session">The claim <c>sid</c>.</param>
    public static IResult For(IReadOnlyCollection<string> apps, string issuer, string? session) => Page.Show(
        "You are signed out",
        $"""
        <p>Of this sign-in, and of the apps it was used for: {apps.Count}.</p>
        {string.Concat(apps.Select(app => $"""<iframe hidden title="Signing out" src="{Page.Text(AddressOf(app, issuer, session!))}"></iframe>"""))}
        <p class="quiet">This page stands in for the company's sign-in on this computer.</p>
        """);

    private static string AddressOf(string app, string issuer, string session) =>
        QueryHelpers.AddQueryString(app + FrontChannelPath, new Dictionary<string, string?> { ["iss"] = issuer, ["sid"] = session });
}
