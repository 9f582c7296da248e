using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Dashboard.Sandbox.Identity;

/// <summary>
/// An OpenID Connect provider of Entra's shape. It keeps no store: the one client is a constant, codes and tokens carry
/// all they need, and so a code can be redeemed again until it expires.
/// </summary>
internal static class OpenIdProvider
{
    private static readonly string Tenant = DemoClient.TenantId.ToString();

    /// <summary>The claim with the app's roles.</summary>
    public const string Roles = "roles";

    /// <summary>Where a browser is asked to sign in.</summary>
    public static string AuthorizationPath { get; } = $"{Tenant}/oauth2/v2.0/authorize";

    /// <summary>Where the app sends a browser to sign out.</summary>
    public static string EndSessionPath { get; } = $"{Tenant}/oauth2/v2.0/logout";

    public static void AddOpenIdProvider(this IServiceCollection services, ProviderKeys keys)
    {
        services.AddDataProtection().SetApplicationName("Dashboard.Sandbox").PersistKeysToFileSystem(keys.Cookies);
        // Cookies know no ports: the name tells this cookie from those of the app on the same host.
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "sandbox-sign-in";
            options.LoginPath = SignInPage.Path;
        });
        services.AddSingleton<SignedInApps>();
        services.AddOpenIddict().AddServer(server => Configure(server, keys));
        // The port may be known only once the server listens; the options are first read by a request.
        services.AddOptions<OpenIddictServerOptions>().Configure<IServer>((options, server) =>
            options.Issuer = new Uri($"{server.Features.Get<IServerAddressesFeature>()!.Addresses.First()}/{Tenant}/v2.0"));
    }

    private static void Configure(OpenIddictServerBuilder server, ProviderKeys keys)
    {
        server.EnableDegradedMode()
            .SetConfigurationEndpointUris($"{Tenant}/v2.0/.well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris($"{Tenant}/discovery/v2.0/keys")
            .SetAuthorizationEndpointUris(AuthorizationPath)
            .SetTokenEndpointUris($"{Tenant}/oauth2/v2.0/token")
            .SetEndSessionEndpointUris(EndSessionPath)
            .AllowAuthorizationCodeFlow()
            .AllowRefreshTokenFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes(OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.Email, OpenIddictConstants.Scopes.OfflineAccess, DemoClient.ApiScope)
            .AddSigningKey(keys.Signing)
            .AddEncryptionKey(keys.Encryption)
            .DisableAccessTokenEncryption();
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .DisableTransportSecurityRequirement();

        server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != DemoClient.Id)
                context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client id is not the sandbox's.");
            else if (!IsLoopback(context.RedirectUri, "/signin-oidc"))
                context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The redirect address has to be /signin-oidc on loopback.");
            return ValueTask.CompletedTask;
        }));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseInlineHandler(WriteRolesAsArray)
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != DemoClient.Id || context.ClientSecret != DemoClient.Secret)
                context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client id or secret is not the sandbox's.");
            return ValueTask.CompletedTask;
        }));
        server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.PostLogoutRedirectUri is { } address && !IsLoopback(address, "/signout-callback-oidc"))
                context.Reject(OpenIddictConstants.Errors.InvalidRequest, "The redirect address has to be /signout-callback-oidc on loopback.");
            return ValueTask.CompletedTask;
        }));
    }

    /// <summary>Entra's <c>roles</c> is an array even of one; by itself a single claim becomes a string.</summary>
    private static ValueTask WriteRolesAsArray(GenerateTokenContext context)
    {
        if (context.Principal.GetClaims(Roles) is { Length: > 0 } roles)
            context.SecurityTokenDescriptor.Claims = new Dictionary<string, object>(context.SecurityTokenDescriptor.Claims ?? new Dictionary<string, object>()) { [Roles] = roles };
        return ValueTask.CompletedTask;
    }

    /// <summary>Any port will do: every run of the app and every test has its own.</summary>
    private static bool IsLoopback(string? address, string path) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { IsLoopback: true, Scheme: "http" or "https", Query: "" } && uri.AbsolutePath == path;
}
