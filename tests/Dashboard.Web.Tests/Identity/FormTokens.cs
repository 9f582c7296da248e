using Dashboard.Testing;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Tests.Identity;

internal static class FormTokens
{
    public const string Field = "__RequestVerificationToken";

    /// <summary>The token that a form on a page of this person would carry: pages with forms are drawn over a circuit, which a test by HTTP has none of.</summary>
    public static async Task<string> FormTokenAsync(this RunningDashboard dashboard, Browser browser)
    {
        await using var scope = dashboard.Services.CreateAsyncScope();
        var context = await SignedInAsync(dashboard, browser, scope);
        var token = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;
        browser.Keep(dashboard.Address.Host, context.Response.Headers[HeaderNames.SetCookie].OfType<string>());
        return token;
    }

    /// <summary>Posts a form as a page of this person would.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this Browser browser, RunningDashboard dashboard, string path, params (string Name, string Value)[] fields)
    {
        var form = fields.ToDictionary(field => field.Name, field => field.Value);
        form[Field] = await dashboard.FormTokenAsync(browser);
        return await browser.PostAsync(path, form, TestContext.Current.CancellationToken);
    }

    /// <summary>The sign-in that this browser's cookie stands for.</summary>
    public static async Task<SignIn> SignInOfAsync(this RunningDashboard dashboard, Browser browser)
    {
        await using var scope = dashboard.Services.CreateAsyncScope();
        return SignIn.Required((await SignedInAsync(dashboard, browser, scope)).User);
    }

    private static async Task<DefaultHttpContext> SignedInAsync(RunningDashboard dashboard, Browser browser, AsyncServiceScope scope)
    {
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Scheme = dashboard.Address.Scheme;
        context.Request.Host = new HostString(dashboard.Address.Authority);
        context.Request.Headers.Cookie = string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        var signedIn = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.User = signedIn.Principal ?? throw new InvalidOperationException("Nobody is signed in in this browser.");
        return context;
    }
}
