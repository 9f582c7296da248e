using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Grid;
using Dashboard.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace Dashboard.Web.Components.Layout;

/// <summary>The frame of every signed-in page: the bar with what the page puts into it, the colours, the account.</summary>
public sealed partial class MainLayout : LayoutComponentBase, IDisposable
{
    private readonly ComponentLifetime _life = new();
    private string _name = "";
    private bool _known;
    private bool _singleLetterKeys = true;

    [Inject]
    public required ThemeChoice Choice { get; init; }

    [Inject]
    public required CurrentUser User { get; init; }

    [Inject]
    public required BrowserTime Browser { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CommandList Commands { get; init; }

    [Inject]
    public required OwnPreferences Preferences { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private string Initial => _name.Length == 0 ? "?" : _name[..1].ToUpperInvariant();

    private ThemeMode NextMode => (ThemeMode)(((int)Choice.Mode + 1) % Enum.GetValues<ThemeMode>().Length);

    public void Dispose()
    {
        Choice.Changed -= OnChanged;
        Preferences.Changed -= OnPreferred;
        Navigation.LocationChanged -= OnLocationChanged;
        _offered?.Dispose();
        _life.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Choice.Changed += OnChanged;
        Preferences.Changed += OnPreferred;
        Navigation.LocationChanged += OnLocationChanged;
        _offered = Commands.Add(Offer);
        _name = await User.NameAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            await Task.WhenAll(Choice.LoadAsync(_life.Token), Browser.LoadAsync(_life.Token).AsTask(), Preferences.LoadAsync(_life.Token));
            _known = true;
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
    }

    private Task ChangeColoursAsync() => Choice.ChooseAsync(NextMode, _life.Token);

    private void OnLocationChanged(object? sender, LocationChangedEventArgs where) => Commands.Renew();

    /// <summary>Most of what a person prefers concerns pages alone.</summary>
    private void OnPreferred()
    {
        if (Preferences.Value.SingleLetterKeys == _singleLetterKeys)
            return;
        _singleLetterKeys = Preferences.Value.SingleLetterKeys;
        OnChanged();
    }

    private void OnChanged() => InvokeAsync(StateHasChanged);

    private static MarkupString IconOf(ThemeMode mode) => mode switch
    {
        ThemeMode.Light => Icon.Light,
        ThemeMode.Dark => Icon.Dark,
        _ => Icon.System,
    };
}
