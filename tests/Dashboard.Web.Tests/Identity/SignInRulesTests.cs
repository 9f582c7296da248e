using System.Net;
using Dashboard.Sandbox.Identity;
using Dashboard.Testing;
using Dashboard.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Identity;

/// <summary>Whom the portal lets in, of those that the provider vouches for.</summary>
public sealed class SignInRulesTests
{
    private const string Alice = "alice@harbour.example";
    private const string Ben = "ben@harbour.example";
    private const string Dora = "dora@elsewhere.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Person_of_another_tenant_is_refused_in_words_and_has_no_session()
    {
        await using var dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        using var browser = new Browser(dashboard.Address);

        using var page = await browser.FollowAsync(await browser.SignInAsync(Dora, cancellationToken: Cancellation), Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, "/auth/refused?why=OtherTenant"), (page.StatusCode, page.RequestMessage!.RequestUri!.PathAndQuery));
        var words = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("ask its administrator", words, StringComparison.Ordinal);
        Assert.Contains("/auth/login?other=true", words, StringComparison.Ordinal);
        Assert.DoesNotContain("dashboard", browser.Cookies.Keys);
        Assert.Equal(0, await dashboard.RowsAsync(database => database.Sessions.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Person_of_a_listed_tenant_enters_and_is_not_the_one_with_the_same_object_id()
    {
        var tenants = new Dictionary<string, string?>
        {
            ["SignIn:AllowedTenants:0"] = DemoClient.TenantId.ToString(),
            ["SignIn:AllowedTenants:1"] = DemoClient.OtherTenantId.ToString(),
        };
        await using var dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small, tenants, cancellationToken: Cancellation);
        using var dora = await dashboard.SignedInAsync(Dora);
        using var alice = await dashboard.SignedInAsync(Alice);

        Assert.Null(await dora.LedToAsync());
        Assert.Equal(["Dora Dale"], (await dashboard.SessionsOfAsync(dora)).Select(session => session.Name));
        Assert.Equal(["Alice Archer"], (await dashboard.SessionsOfAsync(alice)).Select(session => session.Name));
    }

    [Fact]
    public async Task Person_without_the_role_that_is_demanded_is_refused_in_words_and_has_no_session()
    {
        await using var dashboard = await RunningDashboard.StartAsync(
            RunningDashboard.Small, new Dictionary<string, string?> { ["SignIn:RequiredRole"] = Administrator.Role }, cancellationToken: Cancellation);
        using var ben = new Browser(dashboard.Address);

        using var page = await ben.FollowAsync(await ben.SignInAsync(Ben, cancellationToken: Cancellation), Cancellation);

        Assert.Equal((HttpStatusCode.Forbidden, "/auth/refused?why=NoRole"), (page.StatusCode, page.RequestMessage!.RequestUri!.PathAndQuery));
        Assert.Contains(Administrator.Role, await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, await dashboard.RowsAsync(database => database.Sessions.CountAsync(Cancellation)));
        using var alice = await dashboard.SignedInAsync(Alice);
        Assert.Null(await alice.LedToAsync());
    }

    [Fact]
    public async Task Tenant_that_is_taken_off_the_list_has_no_sessions_any_more()
    {
        var data = Directory.CreateTempSubdirectory("dashboard-tenants-");
        try
        {
            var settings = new Dictionary<string, string?> { ["Dashboard:DataDirectory"] = data.FullName, ["SignIn:AllowedTenants:0"] = DemoClient.TenantId.ToString() };
            await using var before = await RunningDashboard.StartAsync(
                RunningDashboard.Small, new Dictionary<string, string?>(settings) { ["SignIn:AllowedTenants:1"] = DemoClient.OtherTenantId.ToString() }, cancellationToken: Cancellation);
            using var dora = await before.SignedInAsync(Dora);
            using var alice = await before.SignedInAsync(Alice);

            await using var after = await RunningDashboard.StartAsync(RunningDashboard.Small, settings, cancellationToken: Cancellation);
            using var dorasNow = after.CopyOf(dora);
            using var alicesNow = after.CopyOf(alice);

            Assert.Equal("/auth/ended?why=Unknown&returnUrl=%2F", await dorasNow.LedToAsync());
            Assert.Null(await alicesNow.LedToAsync());
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Way_back_that_somebody_else_began_ends_at_a_page_in_words_and_signs_nobody_in()
    {
        await using var dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);
        using var browser = new Browser(dashboard.Address);

        using var page = await browser.FollowAsync(
            await browser.PostAsync("/signin-oidc", new Dictionary<string, string> { ["code"] = "stolen", ["state"] = "made-up" }, Cancellation), Cancellation);

        Assert.Equal("/auth/refused?why=NotFinished", page.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains("The sign-in was not finished", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("dashboard", browser.Cookies.Keys);
    }
}
