using Dashboard.Web.Actions;
using Dashboard.Web.Components.Actions;
using Dashboard.Web.Components.Dialogs;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>Changes that start on this page. They are written down first and can be taken back for a while.</summary>
public sealed partial class InboxPage
{
    private PersonalOutbox? _outbox;

    private IReadOnlyDictionary<NotificationKey, string> Kept => _outbox!.Kept;

    // Frozen here: what is selected while it is written down is not part of it.
    private NotificationKey[] InHand => _selection.Count > 0 ? [.. _selection.Keys] : _open is { } open ? [open] : [];

    private int CountInHand => _selection.Count > 0 ? _selection.Count : _open is null ? 0 : 1;

    /// <summary>The one in hand, or the first of those selected, is done: what is offered is to open it again.</summary>
    private bool IsDoneInHand => (_selection.Count > 0 ? _selection.Keys.FirstOrDefault() : _open) is { } key && _snapshot.Find(key) is { IsDone: true };

    private async Task MarkAllReadAsync()
    {
        ZonePart[] zones = [.. ZonesInView.Where(zone => zone.Connection.Has(MakeScope.NotificationsWrite))];
        if (zones.Length == 0)
        {
            Snackbar.Add($"Nothing here can be marked: your token lacks the scope {MakeScope.NotificationsWrite.Name}. Connect with one that has it.", Severity.Warning);
            return;
        }

        // What comes on screen while the dialog counts is not what it counts.
        var seen = Inbox.Seen.Copy();
        var parameters = new DialogParameters<MarkAllDialog>
        {
            { dialog => dialog.Zones, zones },
            { dialog => dialog.Snapshot, _snapshot },
            { dialog => dialog.Query, _query },
            { dialog => dialog.Seen, seen.Contains },
            { dialog => dialog.TimeZone, TimeZone },
        };
        if (!await ConfirmAsync<MarkAllDialog>(parameters))
            return;
        seen = Inbox.Seen.Copy();
        await ActAsync(() => Outbox.MarkAllReadAsync(Inbox, zones, seen.Contains, _life.Token));
    }

    private Task DeleteAsync() => DeleteAsync(InHand);

    /// <returns>Whether it was accepted.</returns>
    private async Task<bool> DeleteAsync(NotificationKey[] keys)
    {
        if (keys.Length == 0 || !await ActAsync(() => Outbox.DeleteAsync(Inbox, keys, _life.Token)))
            return false;
        _selection.Remove(keys);
        if (_open is { } open && keys.Contains(open))
            await Close();
        await RebuildAsync();
        return true;
    }

    /// <summary>Done with what is in hand, or open again, as the button says.</summary>
    private async Task ToggleDoneAsync()
    {
        var (keys, done) = (InHand, !IsDoneInHand);
        if (keys.Length == 0 || !await ActAsync(() => Outbox.SetDoneAsync(Inbox, keys, done, _life.Token)))
            return;
        _selection.Clear();
        await RebuildAsync();
    }

    private async Task UndoAsync()
    {
        if (_outbox?.LastUndoable is not { } last)
            return;
        await ActAsync(async () =>
        {
            if (!await Outbox.UndoAsync(Inbox.Owner, last.Id, _life.Token))
                Snackbar.Add(ActionWords.TooLate, Severity.Warning);
            return last;
        });
        await RebuildAsync();
    }

    private async Task TryDeleteAgainAsync()
    {
        if (await DeleteAsync([.. Kept.Keys]))
            await DismissKeptAsync();
    }

    private async Task DismissKeptAsync()
    {
        try
        {
            await Outbox.DismissAsync(Inbox.Owner, [.. _outbox!.Actions.Where(action => action is { Kept: > 0, IsLive: false }).Select(action => action.Id)], _life.Token);
        }
        catch (ActionNotAcceptedException trouble)
        {
            Trouble(trouble.Message);
        }
    }

    private void Compare()
    {
        Inbox.RefreshNow(compareAll: true);
        Snackbar.Add("Comparing every notification with Make. Those that no longer exist leave the list.", Severity.Normal);
    }

    private void Trouble(string words) => Snackbar.Add(words, Severity.Error);

    private async Task<bool> ConfirmAsync<TDialog>(DialogParameters parameters)
        where TDialog : IComponent
    {
        var dialog = await Dialogs.ShowAsync<TDialog>(null, parameters);
        return await dialog.Result is { Canceled: false };
    }

    /// <summary>Has something accepted, away from the circuit's thread: a hundred thousand rows are sealed first.</summary>
    /// <returns>Whether it was accepted.</returns>
    private async Task<bool> ActAsync(Func<Task<NotificationAction?>> act)
    {
        try
        {
            var accepted = await Task.Run(act, _life.Token);
            if (accepted is null)
                Snackbar.Add("There is nothing left to do: it is on its way already, or so by now.", Severity.Normal);
            return accepted is not null;
        }
        catch (ActionNotAcceptedException trouble)
        {
            Trouble(trouble.Message);
            return false;
        }
    }
}
