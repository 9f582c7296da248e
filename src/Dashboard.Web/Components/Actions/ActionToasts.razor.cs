using System.Globalization;
using Dashboard.Web.Actions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Web.Components.Actions;

/// <summary>What is being changed and can be taken back, what is on its way, and what became of it: the same on every page of a person.</summary>
public sealed partial class ActionToasts : ComponentBase, IDisposable
{
    private const int MostShown = 4;

    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan HoldPace = TimeSpan.FromSeconds(2);

    private readonly ComponentLifetime _life = new();
    private readonly HashSet<long> _closed = [];
    private readonly Dictionary<long, ActionState> _known = [];
    private readonly Dictionary<long, CancellationTokenSource> _held = [];
    private readonly Dictionary<long, IReadOnlyList<ReceiptZone>> _unseen = [];
    private long? _under;
    private PersonalOutbox? _listening;
    private string _said = "";

    /// <summary>The person's outbox.</summary>
    [Parameter, EditorRequired]
    public required PersonalOutbox Actions { get; set; }

    /// <summary>Says what could not be done.</summary>
    [Parameter]
    public EventCallback<string> OnTrouble { get; set; }

    /// <summary>The browser's time zone.</summary>
    [CascadingParameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Inject]
    public required Outbox Outbox { get; init; }

    [Inject]
    public required ActivityLog Activity { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    // What was over before this page opened is not news.
    private IEnumerable<NotificationAction> Shown => Actions.Actions.Where(action => !_closed.Contains(action.Id)).TakeLast(MostShown);

    public void Dispose()
    {
        _listening?.Changed -= OnChanged;
        foreach (var held in _held.Values)
            held.Dispose();
        _life.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (_listening == Actions)
            return;
        _listening?.Changed -= OnChanged;
        _listening = Actions;
        _closed.UnionWith(Actions.Actions.Where(action => !action.IsLive).Select(action => action.Id));
        foreach (var action in Actions.Actions)
            _known[action.Id] = action.State;
        Actions.Changed += OnChanged;
    }

    private void OnChanged() => _ = InvokeAsync(() =>
    {
        Forget();
        foreach (var action in Actions.Actions.Where(action => !_known.TryGetValue(action.Id, out var before) || before != action.State))
        {
            _known[action.Id] = action.State;
            _said = ActionWords.Standing(action) + (action.CanUndo ? " Press z to undo." : "");
            if (!action.IsLive)
                _ = FollowAsync(action);
        }

        StateHasChanged();
    });

    /// <summary>A page may be open for days: what the outbox tells of no more need not be known here.</summary>
    private void Forget()
    {
        var told = Actions.Actions.Select(action => action.Id).ToHashSet();
        _closed.IntersectWith(told);
        foreach (var over in _known.Keys.Except(told).ToArray())
            _known.Remove(over);
    }

    /// <summary>Says what came of it, and goes away by itself unless the pointer or the keyboard is there.</summary>
    private async Task FollowAsync(NotificationAction action)
    {
        try
        {
            if (action is { Kind: ActionKind.MarkAllRead, State: ActionState.Ended } && await Activity.ReceiptAsync(action.Owner, action.Id, _life.Token) is { } receipt)
            {
                _unseen[action.Id] = [.. (await Task.Run(() => ReceiptZone.Of(receipt), _life.Token)).Where(zone => zone.Shown is not null)];
                StateHasChanged();
            }

            do
                await Task.Delay(Stays, Time, _life.Token);
            while (_under == action.Id);
            Close(action);
            _unseen.Remove(action.Id);
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
    }

    private void Close(NotificationAction action) => _closed.Add(action.Id);

    // A finger does not rest: what came up under it is where it pressed something else.
    private Task RestAsync(NotificationAction action, PointerEventArgs pointer) => pointer.PointerType == "touch" ? Task.CompletedTask : RestAsync(action);

    private Task RestAsync(NotificationAction action)
    {
        _under = action.Id;
        return HoldAsync(action);
    }

    private Task LeaveAsync(NotificationAction action)
    {
        _under = null;
        return LetGoAsync(action);
    }

    /// <summary>As long as the pointer or the focus rests here, the undo window stays open; it ends with this page, whatever becomes of it.</summary>
    private async Task HoldAsync(NotificationAction action)
    {
        if (action.State != ActionState.Waiting || _held.ContainsKey(action.Id))
            return;
        var hold = CancellationTokenSource.CreateLinkedTokenSource(_life.Token);
        _held[action.Id] = hold;
        try
        {
            while (Actions.Actions.Any(now => now.Id == action.Id && now.State == ActionState.Waiting))
            {
                await Outbox.HoldAsync(Actions.Owner, action.Id, hold.Token);
                await Task.Delay(HoldPace, Time, hold.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Let go.
        }
        catch (ActionNotAcceptedException)
        {
            // The window goes on by itself.
        }
    }

    private async Task LetGoAsync(NotificationAction action)
    {
        if (!_held.Remove(action.Id, out var hold))
            return;
        await hold.CancelAsync();
        hold.Dispose();
        try
        {
            await Outbox.LetGoAsync(Actions.Owner, action.Id, _life.Token);
        }
        catch (ActionNotAcceptedException)
        {
            // The hold ends by itself in a few seconds.
        }
    }

    private string Until(NotificationAction action) =>
        action.WaitsUntil is { } until ? $"Goes on at {TimeZoneInfo.ConvertTime(until, TimeZone).ToString("HH:mm:ss", CultureInfo.CurrentCulture)}." : "";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.TotalSeconds):0.0}s");
}
