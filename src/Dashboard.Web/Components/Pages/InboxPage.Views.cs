using Dashboard.Web.Components.Layout;
using Dashboard.Web.Components.Views;
using Dashboard.Web.Identity;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;
using Dashboard.Web.Views;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Components.Pages;

/// <summary>Saved views beside the list, and the view a bare visit comes back to.</summary>
public sealed partial class InboxPage
{
    /// <summary>A view that was only passed through, as while typing, is not worth remembering.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    private IReadOnlyList<SavedView> _views = [];
    private Dictionary<Guid, RowCount> _counts = [];
    private PersonPreferences _viewsReadFor = new();
    private UserKey _person;
    private bool _counting;
    private bool _countsStale;
    private string? _remembering;
    private bool _comingBack;

    [Inject]
    public required SavedViews SavedViews { get; init; }

    [Inject]
    public required OwnPreferences Own { get; init; }

    private UnreadBadge Badge => Own.Value.DefaultView is { } id && _views.Any(view => view.Id == id)
        ? UnreadBadge.Of(_snapshot) with { Unread = _counts.TryGetValue(id, out var count) ? count.Unread : null }
        : UnreadBadge.Of(_snapshot);

    private bool IsBare => Navigation.ToBaseRelativePath(Navigation.Uri).Length == 0;

    /// <summary>Saved views come before the first rows are shown: which rows these are may depend on them.</summary>
    private async Task LoadViewsAsync()
    {
        SavedViews.Changed += OnViewsChanged;
        Own.Changed += OnPreferencesChanged;
        await ReadViewsAsync();
        if (IsBare && AddressToComeBackTo() is { Length: > 0 } address)
        {
            _comingBack = true;
            Navigation.NavigateTo($"/{address}", replace: true);
        }
    }

    private void LeaveViews()
    {
        SavedViews.Changed -= OnViewsChanged;
        Own.Changed -= OnPreferencesChanged;
    }

    private string? AddressToComeBackTo() =>
        Own.Value.LastView ?? (_views.FirstOrDefault(view => view.Id == Own.Value.DefaultView) is { } view ? QueryAddress.Print(view.Query) : null);

    private async Task ReadViewsAsync()
    {
        _viewsReadFor = Own.Value;
        _views = [.. (await SavedViews.ListAsync(_person, _life.Token)).Where(view => !view.IsHidden)];
        Commands.Renew();
    }

    private void OnViewsChanged(string tenant)
    {
        if (tenant == _person.Tenant)
            _ = ReadAgainAsync();
    }

    private void OnPreferencesChanged()
    {
        // Which view was shown last changes nothing in how they stand.
        if (Own.Value with { LastView = _viewsReadFor.LastView } != _viewsReadFor)
            _ = ReadAgainAsync();
    }

    private Task ReadAgainAsync() => InvokeAsync(() => RunAsync(async () =>
    {
        await ReadViewsAsync();
        await CountAsync();
    }));

    /// <summary>Counts for the views and the overview, away from the circuit's thread; what changes meanwhile is counted in one more round.</summary>
    private async Task CountAsync()
    {
        _countsStale = true;
        if (_counting)
            return;
        _counting = true;
        try
        {
            while (_countsStale)
            {
                _countsStale = false;
                var (snapshot, views, query, by, span) = (_snapshot, _views, _query, _overviewBy, _overviewSpan);
                var (now, timeZone) = (Time.GetUtcNow(), TimeZone);
                (_counts, var overview) = await Task.Run(() => (Count(snapshot, views, now, timeZone), Overview(snapshot, query, by, span, now, timeZone)), _life.Token);
                _overview = overview ?? _overview;
                StateHasChanged();
            }
        }
        finally
        {
            _counting = false;
        }
    }

    private Dictionary<Guid, RowCount> Count(InboxSnapshot snapshot, IReadOnlyList<SavedView> views, DateTimeOffset now, TimeZoneInfo timeZone)
    {
        var counts = new Dictionary<Guid, RowCount>();
        foreach (var view in views)
        {
            try
            {
                counts[view.Id] = snapshot.CountOf(view.Query, now, timeZone, _life.Token);
            }
            catch (TimeoutException)
            {
                // Its regular expression takes too long; the view itself says so when it is opened.
            }
        }

        return counts;
    }

    /// <summary>Keeps what is shown as the view to come back to, once it has been shown for a moment.</summary>
    private async Task RememberAsync()
    {
        var address = QueryAddress.Print(_query);
        if (address == (_remembering ?? Own.Value.LastView))
            return;
        _remembering = address;
        // A bare address leads to the view that is remembered: whoever has gone back to all of it and reloads must find all of it.
        if (address.Length > 0)
            await Task.Delay(Settled, Time, _life.Token);
        if (_remembering == address)
            await Own.ChangeAsync(before => before with { LastView = address }, _life.Token);
    }

    private async Task SaveViewAsync()
    {
        await EditAsync(new SavedView { Name = "", Query = _query, Colour = (ViewColour)(_views.Count % Enum.GetValues<ViewColour>().Length) }, isNew: true);
        await FocusListAsync();
    }

    private async Task ManageViewsAsync()
    {
        var parameters = new DialogParameters<ManageViewsDialog>
        {
            { dialog => dialog.Person, _person },
            { dialog => dialog.Views, await SavedViews.ListAsync(_person, _life.Token) },
            { dialog => dialog.Default, Own.Value.DefaultView },
            { dialog => dialog.Shown, _query },
            { dialog => dialog.Change, view => EditAsync(view, isNew: false) },
        };
        var dialog = await Dialogs.ShowAsync<ManageViewsDialog>(null, parameters, new DialogOptions { MaxWidth = MaxWidth.Medium });
        await dialog.Result;
        await FocusListAsync();
    }

    /// <returns>The view as it was kept, or <see langword="null"/> where the person thought better of it.</returns>
    private async Task<SavedView?> EditAsync(SavedView view, bool isNew)
    {
        SavedView? kept = null;
        var parameters = new DialogParameters<SaveViewDialog>
        {
            { dialog => dialog.View, view },
            { dialog => dialog.IsNew, isNew },
            { dialog => dialog.Columns, Own.Value.Columns },
            { dialog => dialog.Others, [.. _views.Where(other => other.IsOwn && other.Id != view.Id)] },
            { dialog => dialog.Save, KeepAsync },
        };
        var dialog = await Dialogs.ShowAsync<SaveViewDialog>(null, parameters);
        await dialog.Result;
        return kept;

        async Task<string?> KeepAsync(SavedView wanted, bool replaces)
        {
            var problem = await SavedViews.SaveAsync(_person, wanted, replaces, _life.Token);
            if (problem is null)
                (kept, _) = (wanted, Snackbar.Add($"“{wanted.Name.Trim()}” is saved.", Severity.Success));
            return problem;
        }
    }
}
