using Dashboard.Testing;
using Dashboard.Web.Identity;
using Dashboard.Web.Tests.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Identity;

/// <summary>How long sessions last, on a clock of the test's own.</summary>
public sealed class SessionLifetimeTests : IAsyncLifetime
{
    private const string Alice = "alice@harbour.example";
    private const string Unused = "/auth/ended?why=Unused&returnUrl=%2F";
    private const string TooOld = "/auth/ended?why=TooOld&returnUrl=%2F";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(3);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromMinutes(20);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private RunningDashboard _dashboard = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _dashboard = await RunningDashboard.StartAsync(
        RunningDashboard.Small,
        new Dictionary<string, string?> { ["Sessions:Lifetime"] = Lifetime.ToString(), ["Sessions:IdleTimeout"] = IdleTimeout.ToString() },
        builder => builder.Services.AddSingleton<TimeProvider>(_time),
        cancellationToken: Cancellation);

    public ValueTask DisposeAsync() => _dashboard.DisposeAsync();

    [Fact]
    public async Task Session_that_is_not_used_ends()
    {
        using var browser = await _dashboard.SignedInAsync(Alice);

        _time.Advance(IdleTimeout - TimeSpan.FromSeconds(1));
        Assert.Null(await browser.LedToAsync());
        _time.Advance(IdleTimeout);

        Assert.Equal(Unused, await browser.LedToAsync());
    }

    [Fact]
    public async Task Session_that_is_used_ends_when_its_lifetime_is_over()
    {
        using var browser = await _dashboard.SignedInAsync(Alice);
        for (var passed = TimeSpan.Zero; passed < Lifetime - TimeSpan.FromMinutes(10); passed += TimeSpan.FromMinutes(10))
        {
            Assert.Null(await browser.LedToAsync());
            _time.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Null(await browser.LedToAsync());
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(TooOld, await browser.LedToAsync());
    }

    [Fact]
    public async Task Page_left_open_closes_when_its_session_is_not_used()
    {
        using var browser = await _dashboard.SignedInAsync(Alice);
        await using var scope = _dashboard.Services.CreateAsyncScope();
        var page = await _dashboard.OpenPageAsync(browser, scope);
        var over = EndOf(page);

        _time.Advance(IdleTimeout - TimeSpan.FromSeconds(1));
        await _dashboard.Services.GetRequiredService<Sessions>().CloseOverAsync(Cancellation);
        Assert.False(over.IsCompleted);
        _time.Advance(SessionWatch.Pace);

        Assert.Equal(SessionEnd.Unused, await over.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task Line_of_an_open_page_is_no_use_of_its_session()
    {
        using var browser = await _dashboard.SignedInAsync(Alice);
        _time.Advance(IdleTimeout - TimeSpan.FromSeconds(1));

        // Where no WebSocket comes through, a page that nobody looks at asks by plain requests again and again.
        (await PageLine.OpenAsync(browser, origin: null, Cancellation)).Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Unused, await browser.LedToAsync());
    }

    [Fact]
    public async Task Page_that_is_used_keeps_its_session_and_writes_it_down_by_the_minute()
    {
        using var browser = await _dashboard.SignedInAsync(Alice);
        await using var scope = _dashboard.Services.CreateAsyncScope();
        var page = await _dashboard.OpenPageAsync(browser, scope);
        var session = Sessions.IdOf((await page.GetAuthenticationStateAsync()).User)!.Value;
        var (use, sessions) = (_dashboard.Services.GetRequiredService<SessionUse>(), _dashboard.Services.GetRequiredService<Sessions>());
        var written = new HashSet<DateTimeOffset>();
        await StopWatchAsync();

        var steps = (int)(IdleTimeout * 1.5 / TimeSpan.FromSeconds(10));
        for (var step = 0; step < steps; step++)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            use.Mark(session);
            await sessions.WriteUseAsync(everything: false, Cancellation);
            await sessions.CloseOverAsync(Cancellation);
            written.Add((await _dashboard.RowsAsync(database => database.Sessions.SingleAsync(row => row.Id == session, Cancellation))).UsedAt);
        }

        Assert.True((await page.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated);
        Assert.InRange(written.Count, (int)(IdleTimeout * 1.5 / SessionUse.Precision) - 3, (int)(IdleTimeout * 1.5 / SessionUse.Precision) + 2);
    }

    [Fact]
    public async Task Page_of_a_session_that_another_process_has_ended_closes_within_half_a_minute()
    {
        using var browser = await _dashboard.SignedInAsync(Alice);
        await using var scope = _dashboard.Services.CreateAsyncScope();
        var page = await _dashboard.OpenPageAsync(browser, scope);
        var over = EndOf(page);
        await _dashboard.RowsAsync(database => database.Sessions.ExecuteUpdateAsync(row => row.SetProperty(one => one.End, nameof(SessionEnd.EndedByAdministrator)), Cancellation));
        Assert.False(over.IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(29));

        Assert.Equal(SessionEnd.EndedByAdministrator, await over.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
    }

    [Fact]
    public async Task Use_is_not_forgotten_when_the_app_stops()
    {
        using var browser = await _dashboard.SignedInAsync(Alice);
        var before = await UsedAtAsync();
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await browser.LedToAsync());
        var used = _time.GetUtcNow();

        await StopWatchAsync();

        Assert.NotEqual(before, await UsedAtAsync());
        Assert.Equal(used.ToUnixTimeMilliseconds(), (await UsedAtAsync()).ToUnixTimeMilliseconds());
    }

    private Task StopWatchAsync() => _dashboard.Services.GetServices<IHostedService>().OfType<SessionWatch>().Single().StopAsync(Cancellation);

    private Task<DateTimeOffset> UsedAtAsync() => _dashboard.RowsAsync(database => database.Sessions.Select(row => row.UsedAt).SingleAsync(Cancellation));

    private static Task<SessionEnd> EndOf(AuthenticationStateProvider page)
    {
        var over = new TaskCompletionSource<SessionEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.AuthenticationStateChanged += async state =>
        {
            if ((await state).User is { Identity.IsAuthenticated: false } nobody)
                over.TrySetResult(SessionState.EndOf(nobody));
        };
        return over.Task;
    }
}
