using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Dashboard.Web.Api;

/// <summary>The API's own description, as OpenAPI.</summary>
internal static class ApiDocument
{
    public const string Version = "v1";

    private const string SignIn = "signIn";

    private const string Token = "token";

    private const string Bearer = "bearer";

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => $"/{endpoint.RelativePath}".StartsWith(ApiEndpoints.Path, StringComparison.OrdinalIgnoreCase);
        // Two answers may have a part of the same name.
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name ? type.Type.DeclaringType?.Name + name : null;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Make notifications",
                Version = Version,
                Description = "Your own notifications, as the portal shows them. Sign in to the portal with this browser first, and send the token of `GET /api/v1/antiforgery` with a POST; or send an access token of Entra instead of cookies. "
                    + "What is changed is accepted as an action, which waits for the undo window and tells what became of it in its receipt. Ids are text. Errors are problem details that say what to do.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [SignIn] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = SessionCookieOf(context.ApplicationServices), Description = "The cookie of a sign-in to the portal." },
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = FormToken.Header, Description = "For every POST that comes with a cookie: the token of GET /api/v1/antiforgery." },
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = $"An access token of Entra for this app, with the scope {BearerSignIn.Scope}." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var isChange = context.Description.HttpMethod == HttpMethods.Post;
            var needed = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SignIn, context.Document)] = [] };
            if (isChange)
                needed[new OpenApiSecuritySchemeReference(Token, context.Document)] = [];
            operation.Security = [needed, new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            ApiExamples.AddTo(operation);
            return Task.CompletedTask;
        });
    }

    private static string SessionCookieOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(CookieAuthenticationDefaults.AuthenticationScheme).Cookie.Name!;
}
