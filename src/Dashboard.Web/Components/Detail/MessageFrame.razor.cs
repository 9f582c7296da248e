using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Detail;

/// <summary>
/// Shows a message in a frame that can run, send and load nothing and cannot leave its place. The page may
/// look into the frame (<c>allow-same-origin</c>) to fit its height and to take over its keys; that is safe only while scripts stay off.
/// </summary>
public sealed partial class MessageFrame(ScriptModules scripts) : ComponentBase, IAsyncDisposable
{
    private readonly ComponentLifetime _life = new();
    private ElementReference _frame;
    private IJSObjectReference? _attachment;

    /// <summary>The document to show, from <see cref="Reading.MessageDocument.Build"/>.</summary>
    [Parameter, EditorRequired]
    public required string Document { get; set; }

    /// <summary>What a screen reader calls the frame.</summary>
    [Parameter]
    public string Title { get; set; } = "Message";

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _life.Dispose();
        if (_attachment is null) return;
        try
        {
            await _attachment.InvokeVoidAsync("dispose");
            await _attachment.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone and its listeners with it.
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        // Stepping through messages takes a frame away before its module has come; nothing is then left to attach to.
        var gone = _life.Token;
        try
        {
            var module = await scripts.ImportAsync("./Components/Detail/MessageFrame.razor.js", gone);
            _attachment = await module.InvokeAsync<IJSObjectReference>("attach", gone, _frame);
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The page or the message went while it was drawn.
        }
    }
}
