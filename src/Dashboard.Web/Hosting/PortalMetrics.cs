using System.Diagnostics.Metrics;
using Dashboard.Web.Actions;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Proxy;

namespace Dashboard.Web.Hosting;

/// <summary>What the portal tells of itself, read when somebody asks: none of it names a person or holds what a notification says.</summary>
internal sealed class PortalMetrics : IHostedService, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Dashboard";

    private readonly Meter _meter;

    public PortalMetrics(IMeterFactory meters, OpenPages pages, RequestBudgets budgets, Inboxes inboxes, OutboxDepth outbox, TimeProvider time)
    {
        _meter = meters.Create(Name);
        _meter.CreateObservableGauge("dashboard.pages.open", () => pages.Count, "{page}", "Pages that people have open.");
        _meter.CreateObservableGauge(
            "dashboard.budget.left",
            () => budgets.All.Select(budget => new Measurement<int>(budget.State.Left, new KeyValuePair<string, object?>("budget", budget.Name))),
            "{request}",
            "Requests that Make still allows in this minute.");
        _meter.CreateObservableGauge(
            "dashboard.feed.lag",
            () => Lags(inboxes, time.GetUtcNow()).Select(lag => new Measurement<double>(lag.Value, new KeyValuePair<string, object?>("zone", lag.Key))),
            "s",
            "Time since the zone of a watched inbox was last known to be as Make has it; the longest of each zone.");
        _meter.CreateObservableGauge("dashboard.outbox.depth", () => outbox.Now, "{action}", "Actions accepted and not yet ended.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _meter.Dispose();

    private static Dictionary<string, double> Lags(Inboxes inboxes, DateTimeOffset now) => inboxes.Watched
        .SelectMany(inbox => inbox.Snapshot.Parts)
        .Where(part => part.State.InStepAt is not null)
        .GroupBy(part => part.Zone.Domain)
        .ToDictionary(zone => zone.Key, zone => zone.Max(part => (now - part.State.InStepAt!.Value).TotalSeconds));
}
