using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Layout;

/// <summary>
/// The tab's title and icon, with what is unread. The icon is plain again when the page is left. Its script sets both: the framework's
/// way to a title is a dozen components for each open page.
/// </summary>
public sealed partial class TabTitle : ComponentBase, IAsyncDisposable
{
    public const string Module = "./Components/Layout/TabTitle.razor.js";

    private readonly ComponentLifetime _life = new();
    private (string Page, UnreadBadge Badge)? _shown;
    private IJSObjectReference? _module;

    [Parameter, EditorRequired]
    public required string Page { get; set; }

    /// <summary>Nothing where the page tells nothing of the inbox.</summary>
    [Parameter]
    public UnreadBadge Badge { get; set; } = UnreadBadge.None;

    [Inject]
    public required ScriptModules Scripts { get; init; }

    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        try
        {
            if (_module is not null)
                await _module.InvokeVoidAsync("clear");
        }
        catch (JSDisconnectedException)
        {
            // The tab has gone.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown == (Page, Badge))
            return;
        _shown = (Page, Badge);
        try
        {
            _module ??= await Scripts.ImportAsync(Module, _life.Token);
            await _module.InvokeVoidAsync("show", _life.Token, Badge.TitleOf(Page), Badge.Unread ?? 0, Badge.HasTrouble ? "!" : "");
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left while it was drawn.
        }
    }
}
