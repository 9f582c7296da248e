using System.Net;
using System.Security.Claims;
using System.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dashboard.Web.Tests.Sandbox;

/// <summary>The library that signs in to Entra signs in to the sandbox, with the sandbox's settings and a rule for plain http on loopback.</summary>
public sealed class SignInToAnAppTests : SandboxTest
{
    [Fact]
    public async Task App_with_the_sandboxs_settings_knows_who_signed_in()
    {
        await using var sandbox = await StartAsync();
        await using var app = Build(sandbox.Settings);
        await app.StartAsync(Cancellation);
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new() }) { BaseAddress = new(app.Urls.Single()) };

        using var page = await browser.GetAsync("/me", Cancellation);
        var signIn = page.RequestMessage!.RequestUri!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["account"] = "ben@harbour.example",
            ["returnUrl"] = HttpUtility.ParseQueryString(signIn.Query)["returnUrl"]!,
        });
        using var back = await browser.PostAsync(signIn.GetLeftPart(UriPartial.Path), form, Cancellation);

        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        var ben = Person.AccountOf("Ben", sandbox);
        Assert.Equal($"{ben.TenantId}.{ben.ObjectId} Ben Brook Dashboard.User", await back.Content.ReadAsStringAsync(Cancellation));
    }

    private static WebApplication Build(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureAd:ResponseType"] = "code", ["AzureAd:MapInboundClaims"] = "false" });
        builder.Services.AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApp(builder.Configuration.GetSection("AzureAd"));
        builder.Services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure(options =>
        {
            options.RequireHttpsMetadata = false;
            options.TokenValidationParameters.ValidIssuer = options.Authority;
            options.MapInboundClaims = false;
            // The cookie jar of this test, unlike a browser, knows no exception for loopback.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        });
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/me", (ClaimsPrincipal user) => $"{user.FindFirstValue("tid")}.{user.FindFirstValue("oid")} {user.FindFirstValue("name")} {user.FindFirstValue("roles")}").RequireAuthorization();
        return app;
    }
}
