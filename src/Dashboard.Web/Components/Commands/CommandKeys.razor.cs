using Dashboard.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Dashboard.Web.Components.Commands;

/// <summary>The keys of all commands on offer. The browser listens for these only, and for none while something is typed or asked.</summary>
public sealed partial class CommandKeys : ComponentBase, IAsyncDisposable
{
    public const string Module = "./Components/Commands/CommandKeys.razor.js";

    private readonly ComponentLifetime _life = new();
    private IReadOnlyList<ListenedKey> _listened = [];
    private bool? _singleLetters;
    private ElementReference _hint;
    private DotNetObjectReference<ComponentBase>? _self;
    private IJSObjectReference? _listener;

    [Inject]
    public required CommandList Commands { get; init; }

    [Inject]
    public required OwnPreferences Preferences { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required ScriptModules Scripts { get; init; }

    /// <summary>The keys of a command were pressed. Called by the module.</summary>
    [JSInvokable]
    public async Task PressAsync(string id, string keys)
    {
        // Escape is pressed to be left alone.
        if (await Commands.RunAsync(id) is { } whyNot && keys != "Escape")
            Snackbar.Add(whyNot, Severity.Normal);
    }

    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        Commands.Changed -= OnChanged;
        Preferences.Changed -= OnChanged;
        try
        {
            if (_listener is not null)
            {
                await _listener.InvokeVoidAsync("stop");
                await _listener.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its listener with it.
        }

        _self?.Dispose();
    }

    protected override void OnInitialized()
    {
        Commands.Changed += OnChanged;
        Preferences.Changed += OnChanged;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            var module = await Scripts.ImportAsync(Module, _life.Token);
            _self = ScriptModules.Reference(this);
            _listener = await module.InvokeAsync<IJSObjectReference>("listen", _life.Token, _hint, _self);
            await ListenAsync();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page went while it was drawn.
        }
    }

    private void OnChanged() => _ = InvokeAsync(ListenAsync);

    private async Task ListenAsync()
    {
        var singleLetters = Preferences.Value.SingleLetterKeys;
        var listened = ListenedKey.Of(Commands.Offers, singleLetters);
        if (_listener is null || (singleLetters == _singleLetters && listened.SequenceEqual(_listened)))
            return;
        (_listened, _singleLetters) = (listened, singleLetters);
        await _listener.InvokeVoidAsync("hear", _life.Token, CommandJson.Write(listened), singleLetters ? "on" : "off");
    }
}
