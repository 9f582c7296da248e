using System.Security.Claims;
using Dashboard.Testing;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Identity;

/// <summary>What tests of sessions do with browsers.</summary>
internal static class SignedInBrowsers
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A browser in which somebody has signed in.</summary>
    public static async Task<Browser> SignedInAsync(this RunningDashboard dashboard, string email, string? userAgent = null)
    {
        var browser = new Browser(dashboard.Address) { UserAgent = userAgent };
        (await browser.SignInAsync(email, cancellationToken: Cancellation)).Dispose();
        return browser;
    }

    /// <summary>Another browser with the same cookies.</summary>
    public static Browser CopyOf(this RunningDashboard dashboard, Browser browser)
    {
        var copy = new Browser(dashboard.Address);
        copy.Keep(dashboard.Address.Host, browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}; path=/"));
        return copy;
    }

    /// <summary>The live sessions of the person signed in, the one of this browser first.</summary>
    public static async Task<IReadOnlyList<Session>> SessionsOfAsync(this RunningDashboard dashboard, Browser browser)
    {
        var here = await dashboard.SignInOfAsync(browser);
        var sessions = await dashboard.Services.GetRequiredService<Sessions>().ListAsync(here.User.ToString(), Cancellation);
        return [.. sessions!.OrderByDescending(session => session.Id.ToString() == here.Session)];
    }

    /// <summary>Where a page of the portal leads this browser: <see langword="null"/> where it opens.</summary>
    public static async Task<string?> LedToAsync(this Browser browser, string path = "/")
    {
        using var answer = await browser.GetAsync(path, Cancellation);
        return answer.Headers.Location?.OriginalString;
    }

    /// <summary>Who an open page of this browser belongs to, as its circuit knows; it goes with the scope.</summary>
    public static async Task<AuthenticationStateProvider> OpenPageAsync(this RunningDashboard dashboard, Browser browser, IServiceScope scope)
    {
        var here = await dashboard.SignInOfAsync(browser);
        var page = scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        ((IHostEnvironmentAuthenticationStateProvider)page).SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(Sessions.ClaimType, here.Session)], "test")))));
        return page;
    }

    /// <summary>Reads or changes the rows behind the app's back.</summary>
    public static async Task<T> RowsAsync<T>(this RunningDashboard dashboard, Func<DashboardDb, Task<T>> question)
    {
        await using var database = await dashboard.Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancellation);
        return await question(database);
    }
}
