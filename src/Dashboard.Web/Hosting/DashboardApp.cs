using Dashboard.Web.Actions;
using Dashboard.Web.Api;
using Dashboard.Web.Components;
using Dashboard.Web.Connections;
using Dashboard.Web.Data;
using Dashboard.Web.Export;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using Dashboard.Web.Proxy;
using Dashboard.Web.Reading;
using Dashboard.Web.Sharing;
using Dashboard.Web.Views;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Web.Hosting;

/// <summary>Puts the rooms together into one application.</summary>
public static class DashboardApp
{
    /// <summary>Exit code for settings that can't be used (sysexits' EX_CONFIG).</summary>
    private const int BadSettings = 78;

    /// <summary>Builds and runs the application until it is told to stop.</summary>
    /// <returns>0, or 78 when a setting is missing or wrong; the message then names every one by its key.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Build(args);
            await app.RunAsync();
            return 0;
        }
        catch (BadSettingsException bad)
        {
            await Console.Error.WriteLineAsync(bad.Message);
            return BadSettings;
        }
    }

    /// <summary>Builds the application.</summary>
    /// <param name="args">Command line; wins over every other source of settings.</param>
    /// <param name="configure">Runs before the rooms are added; a clock it registers takes the place of the system's.</param>
    /// <exception cref="BadSettingsException">A setting is missing or wrong.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(DashboardApp).Assembly.GetName().Name,
            // Never the working directory: the app may be started from anywhere, and appsettings.json lies beside it.
            ContentRootPath = AppContext.BaseDirectory,
        });
        configure?.Invoke(builder);
        builder.AddDashboard();
        var app = builder.Build();
        app.UseDashboard();
        return app;
    }

    private static void AddDashboard(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddSettings(builder.Configuration, builder.Environment)
            .AddQuietCategories()
            .AddLimits()
            .AddSingleton<IProblemDetailsWriter, NumberedProblems>()
            .AddProblemDetails()
            .AddDashboardSecurityHeaders()
            .AddData()
            .AddKeyRing(builder.Configuration)
            .AddDashboardIdentity(builder.Configuration)
            .AddMakeConnections(builder.Configuration)
            .AddProxy(builder.Configuration)
            .AddInbox()
            .AddReading()
            .AddActions()
            .AddApi()
            .AddSharing()
            .AddExport()
            .AddPreferences()
            .AddViews()
            .AddComponents()
            .AddDashboardHealth()
            .AddTelemetry(builder.Configuration)
            .AddHostedService<Welcome>();
    }

    private static void UseDashboard(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UsePrivateAnswers();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                // A body that turns out to be too large, or breaks off, while a form is read.
                StatusCodeSelector = trouble => (trouble as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
            });
        }

        app.UseOwnOrigin();
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.UseStatusCodePages(ApiTrouble.SayAsync);
        // The texts are English; numbers and dates are written to match, whatever the server's own language is.
        app.UseRequestLocalization("en-GB");
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseRequestBytes();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous().WithMetadata(StaticFile.Mark);
        app.MapDashboardHealth();
        app.MapDashboardIdentity();
        app.MapConnections();
        app.MapExport();
        app.MapApi();
        app.MapActivityExport();
        app.MapComponents();
    }
}
