using Microsoft.Playwright;

namespace Dashboard.E2E.Browser;

/// <summary>A page's connection to the server, on which the server's answers can be held back.</summary>
public sealed class HeldLine
{
    private readonly Lock _gate = new();
    private readonly List<(IWebSocketFrame Message, IWebSocketRoute To)> _held = [];
    private bool _isHeld;

    private HeldLine()
    {
    }

    /// <summary>Must be there before the page connects.</summary>
    public static async Task<HeldLine> OfAsync(IPage page)
    {
        var line = new HeldLine();
        await page.RouteWebSocketAsync(_ => true, line.Connect);
        return line;
    }

    /// <summary>Changes of the page that are held back.</summary>
    public int Renders
    {
        get
        {
            lock (_gate)
                return _held.Count(held => held.Message.Binary?.AsSpan().IndexOf("JS.RenderBatch"u8) >= 0);
        }
    }

    public void Hold()
    {
        lock (_gate)
            _isHeld = true;
    }

    /// <summary>What was held back arrives now, in order.</summary>
    public void LetGo()
    {
        lock (_gate)
        {
            _isHeld = false;
            _held.ForEach(held => Pass(held.Message, held.To));
            _held.Clear();
        }
    }

    private void Connect(IWebSocketRoute page)
    {
        var server = page.ConnectToServer();
        page.OnMessage(message => Pass(message, server));
        server.OnMessage(message =>
        {
            lock (_gate)
            {
                if (_isHeld)
                    _held.Add((message, page));
                else
                    Pass(message, page);
            }
        });
    }

    private static void Pass(IWebSocketFrame message, IWebSocketRoute to)
    {
        if (message.Binary is { } bytes)
            to.Send(bytes);
        else
            to.Send(message.Text ?? "");
    }
}
