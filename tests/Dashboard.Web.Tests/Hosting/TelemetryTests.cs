using System.Collections.Concurrent;
using System.Diagnostics;
using Dashboard.Testing;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Dashboard.Web.Tests.Hosting;

/// <remarks>A process has one telemetry, and what other tests do would crowd out what these look for: they run by themselves.</remarks>
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
[Collection(nameof(TelemetryTests))]
public sealed class TelemetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_tells_how_the_portal_does_and_no_secret()
    {
        await using var collector = await Collector.StartAsync(Cancellation);
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small, new Dictionary<string, string?> { ["Telemetry:Endpoint"] = collector.Address });
        await app.ConnectAsync("Alice");
        using var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        (await browser.GetAsync("/export/csv?q=planted-words", Cancellation)).Dispose();
        (await browser.GetAsync("/settings/connections", Cancellation)).Dispose();
        using var watch = await app.WatchAsync("Alice");
        var view = (await app.UntilAsync(watch.Inbox, ConnectedApp.IsFilled)).View(new InboxQuery(), null, DateTimeOffset.UtcNow, TimeZoneInfo.Utc, Cancellation);

        var action = await app.Get<Outbox>().DeleteAsync(watch.Inbox, [view[0].Key], Cancellation);
        await app.ReceiptAsync(watch.Inbox, action);

        app.Get<TracerProvider>().ForceFlush();
        app.Get<MeterProvider>().ForceFlush();

        string[] metrics = ["dashboard.pages.open", "dashboard.budget.left", "dashboard.feed.lag", "dashboard.outbox.depth", "dashboard.query.duration", "aspnetcore.components.render_diff.duration", "http.client.request.duration", "http.server.request.duration"];
        Assert.All(metrics, name => Assert.True(collector.Has(name, "metrics"), $"{name} was not sent."));
        Assert.True(collector.Has("/api/v2/notifications", "traces"), "The requests to Make are in no trace.");
        Assert.True(collector.Has("Dashboard.Actions", "traces"), "The steps of a deletion are in no trace.");
        var token = app.Sandbox.SampleTokens.First(sample => sample.Label.StartsWith("Alice", StringComparison.Ordinal)).Token;
        string[] secrets = [token, "planted-words", .. browser.Cookies.Where(cookie => cookie.Key.EndsWith("dashboard", StringComparison.Ordinal)).Select(cookie => cookie.Value)];
        Assert.All(secrets, secret => Assert.False(collector.Has(secret), $"{secret[..6]}… was sent."));
    }

    [Fact]
    public async Task Change_asked_of_Make_is_in_the_trace_of_the_click_that_asked_for_it()
    {
        var calls = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http" or "Dashboard.Actions" or "click",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = calls.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var page = new ActivitySource("click");
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var click = page.StartActivity("click")!;

        var action = await app.Get<Outbox>().DeleteAsync(watch.Inbox, [watch.Inbox.Snapshot.View(new InboxQuery())[0].Key], Cancellation);
        click.Stop();
        await app.ReceiptAsync(watch.Inbox, action);

        var sent = calls.Single(call => call.Source.Name == "System.Net.Http" && $"{call.GetTagItem("http.request.method")}" == "DELETE" && $"{call.GetTagItem("url.full")}".StartsWith($"{app.Sandbox.Address}", StringComparison.Ordinal));
        Assert.Equal(click.TraceId, sent.TraceId);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_is_collected()
    {
        await using var dashboard = await RunningDashboard.StartAsync(RunningDashboard.Small, cancellationToken: Cancellation);

        Assert.Null(dashboard.Services.GetService<TracerProvider>());
        Assert.Null(dashboard.Services.GetService<MeterProvider>());
    }
}
