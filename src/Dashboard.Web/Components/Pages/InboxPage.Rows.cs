using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Pages;

/// <summary>Which rows the page shows, and when newer ones take their place.</summary>
public sealed partial class InboxPage
{
    /// <summary>A burst of changes is drawn once.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private bool _built;
    private bool _stale;
    private CancellationTokenSource? _superseded;
    private (InboxQuery Query, TimeZoneInfo TimeZone) _buildingFor;
    private (int All, int Matching) _waiting;
    private bool _isAtTop = true;
    private bool _isTyping;
    private int _changePending;
    private InboxWatermark? _shownUpTo;

    private string News => (_query.Text, _waiting) switch
    {
        ({ Length: 0 }, var (all, _)) => $"{Number(all)} new",
        (_, (var all, 0)) => $"{Number(all)} new · none matches this view",
        (_, (var all, 1)) => $"{Number(all)} new · 1 matches this view",
        (_, var (all, matching)) => $"{Number(all)} new · {Number(matching)} match this view",
    };

    /// <summary>A person is in the middle of something: rows must not move under the hand.</summary>
    private bool HandsOn => _selection.Count > 0 || _open is not null || _isTyping || !_isAtTop;

    private void OnInboxChanged()
    {
        if (Interlocked.Exchange(ref _changePending, 1) == 1)
            return;
        _ = InvokeAsync(() => RunAsync(async () =>
        {
            await Task.Delay(Pace, Time, _life.Token);
            Volatile.Write(ref _changePending, 0);
            await RebuildAsync();
        }));
    }

    /// <summary>
    /// Applies the query to the newest snapshot, away from the circuit's thread. What changes meanwhile is taken up by one more round, so that
    /// a steady stream of changes never keeps the page from showing any; a query that is wanted no longer is given up.
    /// </summary>
    private async Task RebuildAsync()
    {
        _stale = true;
        if (_building)
        {
            if (_buildingFor != (_query, TimeZone))
                _superseded?.Cancel();
            return;
        }

        _building = true;
        try
        {
            while (_stale)
            {
                _stale = false;
                await BuildAsync();
                StateHasChanged();
            }
        }
        finally
        {
            _building = false;
        }
    }

    private async Task BuildAsync()
    {
        var (snapshot, query, upTo) = (Inbox.Snapshot, _query, HandsOn ? _shownUpTo : null);
        var (now, timeZone, marked) = (Time.GetUtcNow(), TimeZone, _selection.Rows);
        _buildingFor = (query, timeZone);
        using var superseded = CancellationTokenSource.CreateLinkedTokenSource(_life.Token);
        var token = superseded.Token;
        _superseded = superseded;
        try
        {
            var (view, waiting, stillMarked) = await Task.Run(
                () =>
                {
                    var view = snapshot.View(query, upTo, now, timeZone, token);
                    // What no longer exists can't be acted on.
                    return (view, (CountAfter(new InboxQuery()), CountAfter(query)), marked.In(view, key => snapshot.Find(key) is not null, token));
                },
                token);
            _selection.Replace(marked, stillMarked);
            Show(snapshot, view, waiting);
            (_shownUpTo, _tooSlow) = (upTo ?? snapshot.Watermark, null);
            _ = RunAsync(RememberAsync);
            _ = RunAsync(CountAsync);
        }
        catch (TimeoutException patternTooSlow)
        {
            _tooSlow = patternTooSlow.Message;
        }
        catch (OperationCanceledException) when (!_life.Token.IsCancellationRequested)
        {
            // Another query is wanted; the next round answers it.
        }
        finally
        {
            _superseded = null;
        }

        int CountAfter(InboxQuery counted) => upTo is null ? 0 : snapshot.CountAfter(upTo, counted, now, timeZone, token);
    }

    private void Show(InboxSnapshot snapshot, IInboxView view, (int All, int Matching) waiting) =>
        (_snapshot, _view, _waiting, _built) = (snapshot, view, waiting, true);

    /// <summary>What waited takes its place as soon as nothing is in hand any more.</summary>
    protected override Task OnAfterRenderAsync(bool firstRender) => _waiting.All > 0 && !HandsOn && _tooSlow is null ? RebuildAsync() : Task.CompletedTask;

    private void Seen(int first, int count)
    {
        var comesToTop = first == 0 && !_isAtTop;
        _isAtTop = first == 0;
        for (var position = first; position < Math.Min(first + count, _view.Count); position++)
            Inbox.Seen.Add(_view[position].Key);
        if (comesToTop && _waiting.All > 0)
            StateHasChanged();
    }

    private void Typing(bool isTyping) => _isTyping = isTyping;

    private async Task ShowWaitingAsync()
    {
        _shownUpTo = null;
        await RebuildAsync();
        await FocusListAsync();
    }
}
