using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Pages;

namespace Dashboard.Sandbox.Identity;

/// <summary>The provider's sign-in page: one button for each demo account.</summary>
internal static class SignInPage
{
    public const string Path = "/sign-in";

    public const string ReturnUrl = "returnUrl";

    public static IResult For(IReadOnlyList<Account> accounts, string? returnUrl) => Page.Show(
        "Sign in as",
        $"""
        <form method="post" action="{Path}">
        <input type="hidden" name="{ReturnUrl}" value="{Page.Text(returnUrl ?? "")}">
        <ul>{string.Concat(accounts.Select(Choice))}</ul>
        </form>
        <p class="quiet">This page stands in for the company's sign-in on this computer. The people are made up and need no password.</p>
        """);

    private static string Choice(Account account)
    {
        var initials = string.Concat(account.Name.Split(' ').Select(word => word[0]));
        var place = account.Organizations is [var first, ..] ? $"{first.Name}, {account.Organizations.Count} zones" : "another tenant, nothing at Make";
        return $"""
            <li><button name="account" value="{Page.Text(account.Email)}"><span class="initials" aria-hidden="true">{Page.Text(initials)}</span><span><b>{Page.Text(account.Name)}</b><small>{Page.Text(account.Email)} · {Page.Text(place)}</small></span></button></li>
            """;
    }
}
