using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Layout;

/// <summary>The tab's title and icon, with what is unread. The icon is plain again when the page is left.</summary>
public sealed partial class TabTitle : ComponentBase, IAsyncDisposable
{
    public const string Module = "./Components/Layout/TabTitle.razor.js";

    private readonly ComponentLifetime _life = new();
    private UnreadBadge? _shown;
    private IJSObjectReference? _module;

    [Parameter, EditorRequired]
    public required string Page { get; set; }

    [Parameter, EditorRequired]
    public required UnreadBadge Badge { get; set; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        try
        {
            if (_module is not null)
            {
                await _module.InvokeVoidAsync("show", 0, false);
                await _module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab has gone.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Badge == _shown)
            return;
        _shown = Badge;
        try
        {
            _module ??= await Js.InvokeAsync<IJSObjectReference>("import", _life.Token, Module);
            await _module.InvokeVoidAsync("show", _life.Token, _shown.Unread ?? 0, _shown.HasTrouble);
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left while it was drawn.
        }
    }
}
