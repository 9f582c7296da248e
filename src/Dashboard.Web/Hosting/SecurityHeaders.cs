using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Hosting;

/// <summary>The headers every answer carries: pages, the circuit, static files and errors alike.</summary>
internal static class SecurityHeaders
{
    public static IServiceCollection AddDashboardSecurityHeaders(this IServiceCollection services)
    {
        services.AddSingleton<SecurityHeaderPolicy>();
        services.AddSecurityHeaderPolicies()
            .SetPolicySelector(context => context.HttpContext.RequestServices.GetRequiredService<SecurityHeaderPolicy>().Headers);
        return services;
    }

    /// <summary>What is said to one person is kept by no browser and no proxy between; only files are.</summary>
    public static void UsePrivateAnswers(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (!StaticFile.IsAsked(context) && !context.Response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
                context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Built at the first answer, since the import map, the page's one inline script, is known only once the endpoints are.</summary>
    private sealed class SecurityHeaderPolicy(
        EndpointDataSource endpoints, IOptions<EntraOptions> entra, IOptions<MakeOptions> make, IHostEnvironment environment)
    {
        /// <summary>In seconds; what browsers ask of a site for their own lists.</summary>
        private const int OneYear = 365 * 24 * 60 * 60;

        private readonly Lazy<HeaderPolicyCollection> _headers = new(() =>
        {
            var headers = Build(ImportMapHash(endpoints), entra.Value.Instance, make.Value.OAuth);
            return environment.IsDevelopment() ? headers : headers.AddStrictTransportSecurityMaxAgeIncludeSubDomains(OneYear);
        });

        public HeaderPolicyCollection Headers => _headers.Value;

        private static HeaderPolicyCollection Build(string? importMapHash, string identityProvider, MakeOAuthOptions oauth) => new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyNoReferrer()
            .AddCrossOriginOpenerPolicy(opener => opener.SameOrigin())
            // Only features that browsers know: an unknown name is a console error on every page.
            .AddPermissionsPolicy(features =>
            {
                features.AddCamera().None();
                features.AddDisplayCapture().None();
                features.AddGeolocation().None();
                features.AddMicrophone().None();
                features.AddPayment().None();
                features.AddUsb().None();
            })
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                var scripts = csp.AddScriptSrc().Self();
                if (importMapHash is not null)
                    scripts.WithHash256(importMapHash);
                // MudBlazor writes <style> elements that take no nonce, some of them different at each run.
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddBaseUri().Self();
                // Signing out and connecting post to this app, which redirects to the identity provider and to Make.
                var forms = csp.AddFormAction().Self().From(new Uri(identityProvider).GetLeftPart(UriPartial.Authority));
                if (oauth is { IsOffered: true, AuthorizationEndpoint: { } consent })
                    forms.From(consent.GetLeftPart(UriPartial.Authority));
                csp.AddFrameAncestors().None();
                csp.AddObjectSrc().None();
            });

        private static string? ImportMapHash(EndpointDataSource endpoints)
        {
            var map = endpoints.Endpoints
                .Select(endpoint => endpoint.Metadata.GetMetadata<ImportMapDefinition>())
                .FirstOrDefault(definition => definition is not null);
            return map is null ? null : Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(map.ToString().ReplaceLineEndings("\n"))));
        }
    }
}
