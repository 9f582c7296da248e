using Dashboard.Sandbox.Hosting;
using Dashboard.Sandbox.Identity;

namespace Dashboard.Sandbox.Pages;

/// <summary>The page that says what this is, and the one that stands where Make lets people create tokens.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes, IReadOnlyList<SampleToken> tokens)
    {
        routes.MapGet("/", () => Page.Show(
            "The dashboard's sandbox",
            $"""
            <p>A stand-in for Make's API and for the company's sign-in, on this computer only. Its notifications and people are made up.</p>
            <ul>
            <li><a href="/user/api">API tokens to connect with</a></li>
            <li><a href="/sandbox/accounts">Accounts and how much each has</a></li>
            <li><a href="/sandbox/log">What the sandbox was asked</a></li>
            <li><a href="/sandbox/faults">Failures to come</a></li>
            <li><a href="/{OpenIdProvider.EndSessionPath}">Sign out here, and with it of the apps that were signed in to</a></li>
            </ul>
            """));
        routes.MapGet("/user/api", () => Page.Show(
            "API tokens",
            $"""
            <p>At Make a person creates tokens on this page. Here they are given; they are worth nothing anywhere else.</p>
            <ul>{string.Concat(tokens.Select(token => $"<li><b>{Page.Text(token.Label)}</b><br><code>{Page.Text(token.Token)}</code></li>"))}</ul>
            """));
    }
}
