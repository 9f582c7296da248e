using Dashboard.Sandbox.Data;
using Dashboard.Sandbox.Pages;

namespace Dashboard.Sandbox.OAuth;

/// <summary>Where a person at Make would sign in and say yes or no: here, one button for each demo account.</summary>
internal static class ConsentPage
{
    /// <summary>The value of the button that says no.</summary>
    public const string Deny = "deny";

    public static IResult For(AuthorizationRequest request, HttpRequest asked, IEnumerable<Account> accounts) => Page.Show(
        "Allow access to Make?",
        $"""
        <p>The notifications dashboard asks for: {Page.Text(string.Join(", ", request.Scopes))}.</p>
        <form method="post" action="{Page.Text(asked.Path + asked.QueryString)}">
        <ul>{string.Concat(accounts.Where(account => account.Organizations.Count > 0).Select(Choice))}</ul>
        <button name="account" value="{Deny}"><b>Deny</b></button>
        </form>
        <p class="quiet">This page stands in for Make's on this computer.</p>
        """);

    private static string Choice(Account account) => $"""
        <li><button name="account" value="{Page.Text(account.Email)}"><span><b>Allow as {Page.Text(account.Name)}</b><small>{Page.Text(account.Email)}</small></span></button></li>
        """;
}
