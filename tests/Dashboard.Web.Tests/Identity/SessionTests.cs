using System.Net;
using System.Text;
using Dashboard.Testing;
using Dashboard.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Identity;

/// <summary>Sessions in the database: what is in their rows, and who can end which.</summary>
public sealed class SessionTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Alice = "alice@harbour.example";
    private const string Ben = "ben@harbour.example";
    private const string Ended = "/auth/ended?why=";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunningDashboard Dashboard => app.Dashboard;

    [Fact]
    public async Task Row_holds_the_ticket_sealed_and_not_what_the_cookie_carries()
    {
        using var browser = await Dashboard.SignedInAsync(Alice);
        var id = (await Dashboard.SessionsOfAsync(browser))[0].Id;

        var row = await Dashboard.RowsAsync(database => database.Sessions.AsNoTracking().SingleAsync(one => one.Id == id, Cancellation));

        Assert.Equal(64, row.KeyHash.Length);
        Assert.InRange(row.Ticket.Length, 500, 10_000);
        foreach (var claim in new[] { "preferred_username", "Alice", row.Owner.Split('.')[1] })
        {
            Assert.Equal(-1, row.Ticket.AsSpan().IndexOf(Encoding.UTF8.GetBytes(claim)));
            Assert.Equal(-1, row.Ticket.AsSpan().IndexOf(Encoding.Unicode.GetBytes(claim)));
        }

        Assert.True(Guid.TryParse(row.ProviderSession, out _));
    }

    [Fact]
    public async Task Row_given_to_another_owner_opens_for_nobody()
    {
        using var browser = await Dashboard.SignedInAsync(Ben);
        var id = (await Dashboard.SessionsOfAsync(browser))[0].Id;
        Assert.Null(await browser.LedToAsync());

        await Dashboard.RowsAsync(database => database.Sessions.Where(row => row.Id == id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Owner, "7e57a000-0000-4000-8000-00000000000a.a11ce000-0000-4000-8000-000000000001"), Cancellation));

        Assert.Equal($"{Ended}Unknown&returnUrl=%2F", await browser.LedToAsync());
    }

    [Fact]
    public async Task Row_given_the_key_of_anothers_cookie_opens_for_nobody()
    {
        using var alice = await Dashboard.SignedInAsync(Alice);
        using var ben = await Dashboard.SignedInAsync(Ben);
        var (alices, bens) = ((await Dashboard.SessionsOfAsync(alice))[0].Id, (await Dashboard.SessionsOfAsync(ben))[0].Id);
        var key = await Dashboard.RowsAsync(database => database.Sessions.Where(row => row.Id == bens).Select(row => row.KeyHash).SingleAsync(Cancellation));

        await Dashboard.RowsAsync(async database =>
            await database.Sessions.Where(row => row.Id == bens).ExecuteDeleteAsync(Cancellation)
            + await database.Sessions.Where(row => row.Id == alices).ExecuteUpdateAsync(row => row.SetProperty(one => one.KeyHash, key), Cancellation));

        Assert.Equal($"{Ended}Unknown&returnUrl=%2Fadmin%2Fsessions", await ben.LedToAsync("/admin/sessions"));
    }

    [Fact]
    public async Task Row_that_is_gone_is_an_end_without_a_reason_and_no_error()
    {
        using var browser = await Dashboard.SignedInAsync(Ben);
        var id = (await Dashboard.SessionsOfAsync(browser))[0].Id;

        await Dashboard.RowsAsync(database => database.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(Cancellation));

        Assert.Equal($"{Ended}Unknown&returnUrl=%2Factivity", await browser.LedToAsync("/activity"));
    }

    [Fact]
    public async Task Person_ends_one_of_their_sessions_and_keeps_the_others()
    {
        using var here = await Dashboard.SignedInAsync(Ben);
        using var second = await Dashboard.SignedInAsync(Ben);
        using var third = await Dashboard.SignedInAsync(Ben);
        var id = (await Dashboard.SessionsOfAsync(second))[0].Id;

        using var told = await here.PostFormAsync(Dashboard, "/auth/sessions/end", ("session", id.ToString()));

        Assert.Equal("/settings/sessions?outcome=Ended", told.Headers.Location?.OriginalString);
        Assert.Equal($"{Ended}EndedByPerson&returnUrl=%2F", await second.LedToAsync());
        Assert.Null(await here.LedToAsync());
        Assert.Null(await third.LedToAsync());
        using var again = await here.PostFormAsync(Dashboard, "/auth/sessions/end", ("session", id.ToString()));
        Assert.Equal("/settings/sessions?outcome=AlreadyOver", again.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Person_can_not_end_anothers_session()
    {
        using var ben = await Dashboard.SignedInAsync(Ben);
        using var carol = await Dashboard.SignedInAsync("carol@bluebird.example");
        var id = (await Dashboard.SessionsOfAsync(carol))[0].Id;

        using var told = await ben.PostFormAsync(Dashboard, "/auth/sessions/end", ("session", id.ToString()));

        Assert.Equal("/settings/sessions?outcome=AlreadyOver", told.Headers.Location?.OriginalString);
        Assert.Null(await carol.LedToAsync());
    }

    [Fact]
    public async Task Person_ends_all_other_sessions_and_nobody_elses()
    {
        using var here = await Dashboard.SignedInAsync(Ben);
        using var other = await Dashboard.SignedInAsync(Ben);
        using var carol = await Dashboard.SignedInAsync("carol@bluebird.example");

        using var told = await here.PostFormAsync(Dashboard, "/auth/sessions/end-others");

        Assert.Equal("/settings/sessions?outcome=OthersEnded", told.Headers.Location?.OriginalString);
        Assert.Equal($"{Ended}EndedByPerson&returnUrl=%2F", await other.LedToAsync());
        Assert.Null(await here.LedToAsync());
        Assert.Null(await carol.LedToAsync());
    }

    [Fact]
    public async Task Person_who_signs_out_everywhere_is_signed_out_everywhere()
    {
        using var here = await Dashboard.SignedInAsync(Ben);
        using var copy = Dashboard.CopyOf(here);
        using var other = await Dashboard.SignedInAsync(Ben);

        using var signedOut = await here.FollowAsync(await here.PostFormAsync(Dashboard, "/auth/logout-everywhere"), Cancellation);

        Assert.Equal("/auth/signed-out", signedOut.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal($"{Ended}EndedByPerson&returnUrl=%2F", await other.LedToAsync());
        Assert.Equal($"{Ended}EndedByPerson&returnUrl=%2F", await copy.LedToAsync());
        Assert.DoesNotContain("dashboard", here.Cookies.Keys);
    }

    [Fact]
    public async Task Administrator_ends_one_session_and_all_of_a_person()
    {
        using var admin = await Dashboard.SignedInAsync(Alice);
        using var carol = await Dashboard.SignedInAsync("carol@bluebird.example");
        using var second = await Dashboard.SignedInAsync("carol@bluebird.example");
        using var third = await Dashboard.SignedInAsync("carol@bluebird.example");
        var session = (await Dashboard.SessionsOfAsync(carol))[0];

        using var one = await admin.PostFormAsync(Dashboard, "/admin/sessions/end", ("session", session.Id.ToString()));
        Assert.Equal("/admin/sessions?outcome=Ended", one.Headers.Location?.OriginalString);
        Assert.Equal($"{Ended}EndedByAdministrator&returnUrl=%2F", await carol.LedToAsync());
        Assert.Null(await second.LedToAsync());

        using var all = await admin.PostFormAsync(Dashboard, "/admin/sessions/end-person", ("person", session.Owner));
        Assert.Equal("/admin/sessions?outcome=PersonEnded", all.Headers.Location?.OriginalString);
        Assert.Equal($"{Ended}EndedByAdministrator&returnUrl=%2F", await second.LedToAsync());
        Assert.Equal($"{Ended}EndedByAdministrator&returnUrl=%2F", await third.LedToAsync());
        Assert.Null(await admin.LedToAsync());
        Assert.Contains(Dashboard.Log.Lines, line => line.Contains($"ends all sessions of {session.Owner}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/admin/sessions")]
    [InlineData("POST", "/admin/sessions/end")]
    [InlineData("POST", "/admin/sessions/end-person")]
    public async Task Person_without_the_role_is_told_that_it_is_not_for_them(string method, string path)
    {
        using var alice = await Dashboard.SignedInAsync(Alice);
        using var ben = await Dashboard.SignedInAsync(Ben);
        var session = (await Dashboard.SessionsOfAsync(alice))[0];

        using var answer = method == "GET"
            ? await ben.GetAsync(path, Cancellation)
            : await ben.PostFormAsync(Dashboard, path, ("session", session.Id.ToString()), ("person", session.Owner));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("This page is not for you", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Null(await alice.LedToAsync());
    }

    [Fact]
    public async Task Provider_ends_a_session_by_its_own_without_a_cookie()
    {
        using var browser = await Dashboard.SignedInAsync(Ben);
        using var other = await Dashboard.SignedInAsync(Ben);
        using var frame = new Browser(Dashboard.Address);

        using var answer = await frame.GetAsync($"/signout-oidc?iss={Uri.EscapeDataString(Issuer)}&sid={await SidOfAsync(browser)}", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal($"{Ended}EndedByProvider&returnUrl=%2F", await browser.LedToAsync());
        Assert.Null(await other.LedToAsync());
    }

    [Fact]
    public async Task Provider_that_leaves_out_its_name_is_heard()
    {
        using var browser = await Dashboard.SignedInAsync(Ben);
        using var frame = new Browser(Dashboard.Address);

        using var answer = await frame.GetAsync($"/signout-oidc?sid={await SidOfAsync(browser)}", Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"{Ended}EndedByProvider&returnUrl=%2F", await browser.LedToAsync());
    }

    [Theory]
    [InlineData("iss=https%3A%2F%2Fevil.example%2Fv2.0&sid={0}")]
    [InlineData("sid=")]
    [InlineData("iss={1}")]
    [InlineData("")]
    public async Task Sign_out_that_is_not_the_providers_ends_nothing(string query)
    {
        using var browser = await Dashboard.SignedInAsync(Ben);
        query = query.Replace("{0}", await SidOfAsync(browser), StringComparison.Ordinal).Replace("{1}", Uri.EscapeDataString(Issuer), StringComparison.Ordinal);

        using var answer = await browser.GetAsync($"/signout-oidc?{query}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await browser.LedToAsync());
    }

    [Fact]
    public async Task Open_page_of_a_session_that_is_ended_belongs_to_nobody_at_once()
    {
        using var browser = await Dashboard.SignedInAsync(Ben);
        using var other = await Dashboard.SignedInAsync(Ben);
        await using var scope = Dashboard.Services.CreateAsyncScope();
        await using var second = Dashboard.Services.CreateAsyncScope();
        var (page, stays) = (await Dashboard.OpenPageAsync(browser, scope), await Dashboard.OpenPageAsync(other, second));

        (await other.PostFormAsync(Dashboard, "/auth/sessions/end-others")).Dispose();

        var nobody = (await page.GetAuthenticationStateAsync()).User;
        Assert.False(nobody.Identity!.IsAuthenticated);
        Assert.Equal(SessionEnd.EndedByPerson, SessionState.EndOf(nobody));
        Assert.True((await stays.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
    }

    private string Issuer => $"{Dashboard.Sandbox.Settings["AzureAd:Instance"]}{Dashboard.Sandbox.Settings["AzureAd:TenantId"]}/v2.0";

    private async Task<string> SidOfAsync(Browser browser)
    {
        var id = (await Dashboard.SessionsOfAsync(browser))[0].Id;
        return (await Dashboard.RowsAsync(database => database.Sessions.AsNoTracking().SingleAsync(row => row.Id == id, Cancellation))).ProviderSession!;
    }
}
