using System.Security.Claims;
using Bunit;
using Dashboard.Web.Components;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Layout;
using Dashboard.Web.Data;
using Dashboard.Web.Identity;
using Dashboard.Web.Preferences;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace Dashboard.Components.Tests.Commands;

/// <summary>A signed-in person with preferences of their own, in a database in memory, and nothing on offer yet.</summary>
public abstract class CommandContext : BunitContext, IAsyncLifetime
{
    private readonly SqliteConnection _database = new("Data Source=:memory:");

    protected CommandContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        AddAuthorization().SetAuthorized("Alice").SetClaims(new Claim("tid", "harbour"), new Claim("oid", "alice"));
        Services.AddDbContextFactory<DashboardDb>(options => options.UseSqlite(_database));
        Services.AddSingleton<PreferenceStore>().AddScoped<CurrentUser>().AddScoped<OwnPreferences>().AddScoped<CommandList>().AddScoped<ThemeChoice>().AddScoped<ScriptModules>();
    }

    protected static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    protected CommandList Commands => Services.GetRequiredService<CommandList>();

    protected OwnPreferences Preferences => Services.GetRequiredService<OwnPreferences>();

    public async ValueTask InitializeAsync()
    {
        await _database.OpenAsync(Cancel);
        await using (var database = await Services.GetRequiredService<IDbContextFactory<DashboardDb>>().CreateDbContextAsync(Cancel))
            await database.Database.MigrateAsync(Cancel);
        await Preferences.LoadAsync(Cancel);
    }

    /// <summary>What is kept, whoever asks.</summary>
    protected Task<PersonPreferences> KeptAsync() => Services.GetRequiredService<PreferenceStore>().ReadAsync("harbour.alice", Cancel);

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
    }
}
