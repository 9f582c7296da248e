using System.Data.Common;
using System.Globalization;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Dialogs;
using Dashboard.Web.Inbox;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>What the page shows of the bin, and what is deleted from it for good. All of it away from the circuit's thread.</summary>
public sealed partial class BinPage
{
    private BinContents? _contents;
    private IInboxView _view = InboxView.Empty;
    private IReadOnlyDictionary<NotificationKey, string> _marks = new Dictionary<NotificationKey, string>();
    private (int Count, long Last) _readFor;
    private string? _problem;
    private string? _tooSlow;
    private bool _building;

    private NotificationKey[] InHand => _selection.Count > 0 ? [.. _selection.Keys] : _open is { } open && Snapshot.Find(open) is not null ? [open] : [];

    /// <summary>Changes as deletions end: only then is there more in the bin.</summary>
    private (int Count, long Last) Over
    {
        get
        {
            var over = _outbox!.Actions.Where(action => action is { Kind: ActionKind.Delete, State: ActionState.Ended }).Select(action => action.Id).ToArray();
            return (over.Length, over.DefaultIfEmpty().Max());
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var timeZone = TimeZone;
            (_contents, _marks) = await Task.Run(
                async () =>
                {
                    var contents = await Bin.ReadAsync(_owner, _life.Token);
                    // The rows of one request share their words.
                    var words = contents.DeletedAt.Values.Distinct().ToDictionary(at => at, at => $"Deleted at Make on {Local(at, timeZone)}");
                    return (contents, contents.DeletedAt.ToDictionary(row => row.Key, row => words[row.Value]));
                },
                _life.Token);
            _problem = null;
        }
        catch (DbException)
        {
            _problem = "The portal could not read the recycle bin.";
            return;
        }

        await BuildAsync();
    }

    private async Task BuildAsync()
    {
        var (snapshot, query, now, timeZone, marked, token) = (Snapshot, _query, Time.GetUtcNow(), TimeZone, _selection.Rows, _life.Token);
        _building = true;
        try
        {
            var (view, stillMarked) = await Task.Run(
                () =>
                {
                    var view = snapshot.View(query, upTo: null, now, timeZone, token);
                    return (view, marked.In(view, key => snapshot.Find(key) is not null, token));
                },
                token);
            // An answer to an older question.
            if (query != _query || snapshot != Snapshot)
                return;
            _selection.Replace(marked, stillMarked);
            (_view, _tooSlow) = (view, null);
        }
        catch (TimeoutException patternTooSlow)
        {
            _tooSlow = patternTooSlow.Message;
        }
        finally
        {
            _building = false;
        }
    }

    private void OnOutboxChanged() => _ = InvokeAsync(async () =>
    {
        if (_readFor == Over)
            return;
        _readFor = Over;
        await RunAsync(ReadAsync);
    });

    private Task ForgetSelectedAsync() => ForgetAsync([.. _selection.Keys]);

    private Task ForgetInHandAsync() => RunAsync(() => ForgetAsync(InHand));

    private async Task ForgetAsync(NotificationKey[] keys)
    {
        if (keys.Length == 0 || !await ConfirmAsync(keys.Length) || !await WriteAsync(() => Bin.ForgetAsync(_owner, keys, _life.Token)))
            return;
        if (_open is { } open && keys.Contains(open))
            Close();
    }

    private async Task EmptyAsync()
    {
        if (await ConfirmAsync(Snapshot.Count + (_contents?.Unreadable ?? 0)) && await WriteAsync(() => Bin.ForgetAllAsync(_owner, _life.Token)) && _open is not null)
            Close();
    }

    private async Task ForgetUnreadableAsync() => await WriteAsync(() => Bin.ForgetUnreadableAsync(_owner, _life.Token));

    private async Task<bool> ConfirmAsync(int copies)
    {
        var dialog = await Dialogs.ShowAsync<ForgetDialog>(null, new DialogParameters<ForgetDialog> { { it => it.Copies, copies } });
        return await dialog.Result is { Canceled: false };
    }

    /// <returns>Whether it was written.</returns>
    private async Task<bool> WriteAsync(Func<Task> write)
    {
        try
        {
            await Task.Run(write, _life.Token);
        }
        catch (DbException)
        {
            _problem = "The portal could not delete its copies.";
            return false;
        }

        await ReadAsync();
        return true;
    }

    private async Task RunAsync(Func<Task> run)
    {
        try
        {
            await run();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
        catch (Exception failed)
        {
            // Without this nobody would hear of it.
            await DispatchExceptionAsync(failed);
        }
    }

    private static string Local(DateTimeOffset time, TimeZoneInfo timeZone) => TimeZoneInfo.ConvertTime(time, timeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
