using Dashboard.Web.Actions;
using Dashboard.Web.Components.Dialogs;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>Changes at Make that start on this page: asked about first, reported in words.</summary>
public sealed partial class InboxPage
{
    private CancellationTokenSource? _stop;
    private int _asked;
    private int _toDelete;

    private async Task MarkAllReadAsync()
    {
        ZonePart[] zones = [.. ZonesInView.Where(zone => zone.Connection.Has(MakeScope.NotificationsWrite))];
        if (zones.Length == 0)
        {
            Snackbar.Add($"Nothing here can be marked: your token lacks the scope {MakeScope.NotificationsWrite.Name}. Connect with one that has it.", Severity.Warning);
            return;
        }

        if (_acting || !await ConfirmAsync<MarkAllDialog>(new DialogParameters<MarkAllDialog> { { dialog => dialog.Zones, zones } }))
            return;
        var receipts = await ActAsync(() => Actions.MarkAllReadAsync(Inbox, zones, _life.Token));
        if (receipts is null)
            return;
        var snapshot = Inbox.Snapshot;
        var neverSeen = receipts.SelectMany(receipt => receipt.Marked).Where(key => !_seen.Contains(key))
            .Select(key => snapshot.Find(key) ?? new InboxRow(key, $"Notification {key.Id}, not yet in the list", 0, default, null)).ToArray();
        await RebuildAsync();
        var parameters = new DialogParameters<MarkReceiptDialog> { { dialog => dialog.Receipts, receipts }, { dialog => dialog.NeverSeen, neverSeen } };
        var dialog = await Dialogs.ShowAsync<MarkReceiptDialog>(null, parameters);
        await dialog.Result;
        await FocusListAsync();
    }

    // Frozen here: what is selected while Make is asked is not part of it.
    private Task DeleteAsync() => DeleteAsync(_selection.Count > 0 ? [.. _selection.Keys] : _open is { } open ? [open] : []);

    private Task TryDeleteAgainAsync() => DeleteAsync([.. _kept.Keys]);

    private void Compare()
    {
        Inbox.RefreshNow(compareAll: true);
        Snackbar.Add("Comparing every notification with Make. Those that no longer exist leave the list.", Severity.Normal);
    }

    private void DismissKept() => _kept.Clear();

    private async Task DeleteAsync(NotificationKey[] keys)
    {
        if (_acting || keys.Length == 0 || !await ConfirmAsync<DeleteDialog>(new DialogParameters<DeleteDialog> { { dialog => dialog.Selected, keys.Length } }))
            return;
        var receipt = await ActAsync(() => SendDeleteAsync(keys));
        if (receipt is null)
            return;
        _selection.Remove(receipt.Deleted);
        foreach (var (key, reason) in receipt.Kept)
            _kept[key] = reason;
        foreach (var key in receipt.Deleted)
            _kept.Remove(key);
        if (_open is { } open && receipt.Deleted.Contains(open))
            await Close();
        await RebuildAsync();
        Snackbar.Add(Say(receipt), receipt.Kept.Count == 0 ? Severity.Success : Severity.Warning);
    }

    private async Task<DeleteReceipt> SendDeleteAsync(NotificationKey[] keys)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_life.Token);
        (_stop, _asked, _toDelete) = (stop, 0, keys.Length);
        try
        {
            return await Actions.DeleteAsync(Inbox, keys, new Progress<int>(asked => InvokeAsync(() =>
            {
                _asked = asked;
                StateHasChanged();
            })), stop.Token);
        }
        finally
        {
            (_stop, _toDelete) = (null, 0);
        }
    }

    private void Stop() => _stop?.Cancel();

    private async Task<bool> ConfirmAsync<TDialog>(DialogParameters parameters)
        where TDialog : IComponent
    {
        var dialog = await Dialogs.ShowAsync<TDialog>(null, parameters);
        return await dialog.Result is { Canceled: false };
    }

    private async Task<T?> ActAsync<T>(Func<Task<T>> act)
        where T : class
    {
        _acting = true;
        StateHasChanged();
        try
        {
            return await act();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            _acting = false;
        }
    }

    private static string Say(DeleteReceipt receipt) => (receipt.Deleted.Count, receipt.Kept.Count) switch
    {
        (var deleted, 0) => $"{Number(deleted)} deleted at Make.",
        (0, var kept) => $"Nothing was deleted. {(kept == 1 ? "It stays" : $"All {Number(kept)} stay")} in the list, marked, with the reason.",
        var (deleted, kept) => $"{Number(deleted)} deleted at Make. {Number(kept)} {(kept == 1 ? "stays" : "stay")} in the list, marked and still selected, with the reason.",
    };
}
