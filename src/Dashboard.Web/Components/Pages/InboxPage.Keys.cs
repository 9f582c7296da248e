using Microsoft.JSInterop;

namespace Dashboard.Web.Components.Pages;

/// <summary>The page's keys. The browser sends only these, and none while something is typed.</summary>
public sealed partial class InboxPage
{
    private DotNetObjectReference<InboxPage>? _self;
    private IJSObjectReference? _keys;

    /// <summary>One of the page's keys was pressed. Called by the module.</summary>
    [JSInvokable]
    public async Task PressAsync(string key)
    {
        if (_watch is null || Inbox.Connections.Count == 0)
            return;
        switch (key)
        {
            case "j":
                await Step(1).InvokeAsync();
                break;
            case "k":
                await Step(-1).InvokeAsync();
                break;
            case "r":
                await RefreshAsync();
                break;
            case "l" when _panel is not null:
                await _panel.CopyLinkAsync();
                break;
            case "u":
                ShowUnreadOnly(_query.Unread != true);
                break;
            case "I":
                await MarkAllReadAsync();
                break;
            case "Delete" or "#":
                await DeleteAsync();
                break;
            case "Escape" when _open is not null:
                await Close();
                break;
        }

        StateHasChanged();
    }

    private async Task ListenAsync()
    {
        await using var module = await Js.InvokeAsync<IJSObjectReference>("import", _life.Token, "./Components/Pages/InboxPage.razor.js");
        _self = DotNetObjectReference.Create(this);
        _keys = await module.InvokeAsync<IJSObjectReference>("listen", _life.Token, _self);
    }

    private async Task StopListeningAsync()
    {
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and its listener with it.
        }

        _self?.Dispose();
    }
}
