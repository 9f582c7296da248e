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

    /// <summary>Calls what is not there with an argument of so many bytes; the server has answered the handshake before.</summary>
    /// <returns>Whether the server answered the call; it has ended the line otherwise.</returns>
    public static async Task<bool> CallAsync(ClientWebSocket line, int argumentBytes, CancellationToken cancellationToken)
    {
        // SignalR's hub protocol in MessagePack: [invocation, headers, id, target, [argument], streams], after its length as a varint.
        byte[] call = [0x96, 0x01, 0x80, 0xA1, (byte)'1', 0xA6, .. "NoSuch"u8, 0x91, 0xC5, (byte)(argumentBytes >> 8), (byte)argumentBytes, .. new byte[argumentBytes], 0x90];
        byte[] length = [(byte)(call.Length & 0x7F | 0x80), (byte)(call.Length >> 7 & 0x7F | 0x80), (byte)(call.Length >> 14)];
        await line.SendAsync((byte[])[.. length, .. call], WebSocketMessageType.Binary, endOfMessage: true, cancellationToken);
        var answer = new byte[64 * 1024];
        while (true)
        {
            WebSocketReceiveResult received;
            try
            {
                received = await line.ReceiveAsync(answer, cancellationToken);
            }
            catch (WebSocketException)
            {
                // Cut off without a farewell.
                return false;
            }

            if (received.MessageType == WebSocketMessageType.Close)
                return false;
            const int Completion = 3;
            if (answer[2] == Completion)
                return true;
        }
    }
}
