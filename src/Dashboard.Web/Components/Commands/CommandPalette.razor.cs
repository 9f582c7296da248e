using Dashboard.Web.Components.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Dashboard.Web.Components.Commands;

/// <summary>
/// Finds every command, view and setting by its words and prints its keys. The browser opens it, filters it and takes what is typed by
/// itself; this class tells what is on offer each time it opens, and runs what was chosen.
/// </summary>
public sealed partial class CommandPalette : ComponentBase, IAsyncDisposable
{
    public const string Module = "./Components/Commands/CommandPalette.razor.js";

    private readonly ComponentLifetime _life = new();
    private ElementReference _root;
    private DotNetObjectReference<ComponentBase>? _self;
    private IJSObjectReference? _palette;

    [Inject]
    public required CommandList Commands { get; init; }

    [Inject]
    public required OwnPreferences Preferences { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required ScriptModules Scripts { get; init; }

    /// <summary>What is on offer now, as JSON. Called by the module when the palette opens.</summary>
    [JSInvokable]
    public string OfferAsJson() => CommandJson.Write(Offer());

    /// <summary>What is on offer now.</summary>
    public IReadOnlyList<PaletteEntry> Offer() => PaletteEntry.Of(Commands.Offers, Preferences.Value.SingleLetterKeys);

    /// <summary>A command was chosen. Called by the module.</summary>
    [JSInvokable]
    public async Task ChooseAsync(string id)
    {
        // It could be run when the palette opened, and can't any more.
        if (await Commands.RunAsync(id) is { } whyNot)
            Snackbar.Add(whyNot, Severity.Normal);
    }

    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        try
        {
            if (_palette is not null)
            {
                await _palette.InvokeVoidAsync("stop");
                await _palette.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the palette with it.
        }

        _self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            var module = await Scripts.ImportAsync(Module, _life.Token);
            _self = ScriptModules.Reference(this);
            _palette = await module.InvokeAsync<IJSObjectReference>("attach", _life.Token, _root, _self);
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page went while it was drawn.
        }
    }
}
