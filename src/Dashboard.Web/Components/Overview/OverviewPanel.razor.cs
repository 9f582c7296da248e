using System.Globalization;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Overview;
using Dashboard.Web.Inbox.Query;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Overview;

/// <summary>What the list holds at a glance: counts over time, the commonest failures, unread by zone. Each figure leads to its rows.</summary>
public sealed partial class OverviewPanel : ComponentBase, IDisposable
{
    private const string Module = "./Components/Overview/OverviewPanel.razor.js";

    private readonly ComponentLifetime _life = new();
    private ElementReference _chart;
    private DotNetObjectReference<ComponentBase>? _self;
    private object? _drawn;
    private bool _isUnfoldedHere;

    /// <summary><see langword="null"/> while they are counted for the first time.</summary>
    [Parameter, EditorRequired]
    public required InboxOverview? Figures { get; set; }

    /// <summary>What the figures are of.</summary>
    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Whether the person has it unfolded. On a phone it starts folded whatever they like elsewhere: the list comes first.</summary>
    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public EventCallback<bool> IsOpenChanged { get; set; }

    [Parameter]
    public OverviewBy By { get; set; }

    [Parameter]
    public EventCallback<OverviewBy> ByChanged { get; set; }

    [Parameter]
    public OverviewSpan Span { get; set; }

    [Parameter]
    public EventCallback<OverviewSpan> SpanChanged { get; set; }

    /// <summary>A person marked a stretch of time in the chart: the query that keeps to it.</summary>
    [Parameter]
    public EventCallback<InboxQuery> OnBrush { get; set; }

    [Inject]
    private ScriptModules Scripts { get; set; } = default!;

    private bool IsShown => IsOpen || _isUnfoldedHere;

    private string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {Figures!.Buckets.Count * OverviewChart.Width} {OverviewChart.Height}");

    private string Words => Figures!.Buckets.MaxBy(bucket => bucket.Counts.Sum()) is { } most && most.Counts.Sum() > 0
        ? $"Notifications in {NameOf(Span)}, stacked by {By.ToString().ToLowerInvariant()}. Most, {Number(most.Counts.Sum())}, {TimeOf(most)}."
        : $"No notifications in {NameOf(Span)}.";

    /// <summary>A stretch of the chart was marked. Called by the module.</summary>
    /// <param name="first">Number of the first bucket.</param>
    /// <param name="last">Number of the last one.</param>
    [JSInvokable]
    public Task BrushAsync(int first, int last) =>
        Figures is { Buckets.Count: var count } && first >= 0 && first <= last && last < count ? OnBrush.InvokeAsync(Between(first, last)) : Task.CompletedTask;

    public void Dispose()
    {
        _life.Dispose();
        _self?.Dispose();
    }

    /// <summary>The page is drawn at every move of the cursor; the figures change seldom.</summary>
    protected override bool ShouldRender()
    {
        var wanted = (Figures, Query, TimeZone, IsShown, _isUnfoldedHere, By, Span);
        if (wanted.Equals(_drawn))
            return false;
        _drawn = wanted;
        return true;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!IsShown || Figures is null)
            return;
        _self ??= ScriptModules.Reference(this);
        var module = await Scripts.ImportAsync(Module, _life.Token);
        await module.InvokeVoidAsync("attach", _life.Token, _chart, _self);
    }

    private void UnfoldHere() => _isUnfoldedHere = !_isUnfoldedHere;

    /// <summary>Time is marked in place of what was marked before.</summary>
    private InboxQuery Between(int first, int last) => Query with { Where = Query.Where.With(new Condition.CreatedBetween(StartOf(first), EndOf(last))) };

    private InboxQuery Only(OverviewFailure failure)
    {
        var query = failure.Key.Zone is { } zone ? Query.WithZone(zone) : Query;
        var where = failure.Key.Type is { } type ? query.Where.With(new Condition.OfType(type)) : query.Where;
        return query with { Where = failure.Key.Name is { Length: > 0 } subject ? Condition.AllOf(where, new Condition.Contains(subject)) : where };
    }

    private QueryDate StartOf(int bucket) => DateOf(Local(Figures!.Buckets[bucket].Start));

    /// <summary>The last day or minute inside: both ends of a span are included.</summary>
    private QueryDate EndOf(int bucket) => DateOf(Local(Figures!.Buckets[bucket].End).AddMinutes(-1));

    private QueryDate DateOf(DateTimeOffset local) =>
        new(DateOnly.FromDateTime(local.DateTime), Span == OverviewSpan.Day ? TimeOnly.FromDateTime(local.DateTime) : null);

    private string TimeOf(OverviewBucket bucket) =>
        Local(bucket.Start).ToString(Span == OverviewSpan.Day ? "ddd HH:mm" : "ddd d MMM", CultureInfo.CurrentCulture);

    private DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, TimeZone);

    private static string NameOf(OverviewSpan span) => span switch
    {
        OverviewSpan.Day => "the last 24 hours",
        OverviewSpan.Fortnight => "the last 14 days",
        _ => "the last 60 days",
    };

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
