using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Dashboard.Testing;

namespace Dashboard.Web.Tests.Hosting;

/// <summary>The line that an open page has to the server, as a browser builds it, without a page at its end.</summary>
internal static class PageLine
{
    /// <summary>Opens it with a person's cookies.</summary>
    /// <param name="browser">Whose cookies.</param>
    /// <param name="origin">What the browser says the page's site is; nothing for a program that is no browser.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LineRefusedException">The server refused.</exception>
    public static async Task<ClientWebSocket> OpenAsync(Browser browser, string? origin, CancellationToken cancellationToken)
    {
        using var negotiation = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, browser.Absolute("/_blazor/negotiate?negotiateVersion=1")), cancellationToken);
        negotiation.EnsureSuccessStatusCode();
        var token = (await negotiation.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("connectionToken").GetString()!;
        var line = new ClientWebSocket();
        line.Options.CollectHttpResponseDetails = true;
        line.Options.SetRequestHeader("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (origin is not null)
            line.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(browser.Absolute($"/_blazor?id={Uri.EscapeDataString(token)}")) { Scheme = "ws" }.Uri;
        try
        {
            await line.ConnectAsync(address, cancellationToken);
        }
        catch (WebSocketException)
        {
            throw new LineRefusedException(line.HttpStatusCode);
        }

        await line.SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"blazorpack","version":1}""" + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        return line;
    }

    /// <summary>Whether the server has answered the handshake and keeps the line.</summary>
    public static async Task<bool> IsOpenAsync(ClientWebSocket line, CancellationToken cancellationToken)
    {
        var answer = await line.ReceiveAsync(new byte[1024], cancellationToken);
        return answer.MessageType != WebSocketMessageType.Close;
    }

    /// <summary>Waits until the server ends the line.</summary>
    public static async Task EndAsync(ClientWebSocket line, CancellationToken cancellationToken)
    {
        try
        {
            while ((await line.ReceiveAsync(new byte[64 * 1024], cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut off without a farewell.
        }
    }
}
