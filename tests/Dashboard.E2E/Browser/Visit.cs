using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Dashboard.E2E.Browser;

/// <summary>One person at one browser: a context of its own, its page, and all that went wrong or over the wire in it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private const int LongestComplaint = 1_000;

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentQueue<string> _requested = new();
    private readonly ConcurrentQueue<(string Place, byte[] Content)> _sent = new();
    private readonly Uri[] _origins;

    private Visit(Uri[] origins, IBrowserContext context) => (_origins, Context) = (origins, context);

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>Console errors, page errors, failed requests and dialogs, in words.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>The address of every request, pages and WebSockets included.</summary>
    public IReadOnlyCollection<string> Requested => _requested;

    /// <summary>What this browser sent over the wire, and every WebSocket frame it got.</summary>
    public IReadOnlyCollection<(string Place, byte[] Content)> Wire => _sent;

    /// <summary>Opens a browser context that has never seen the portal.</summary>
    /// <param name="browser">Where.</param>
    /// <param name="app">Where the portal is.</param>
    /// <param name="sandbox">Where the sandbox is, which stands in for the sign-in.</param>
    /// <param name="options">The device.</param>
    public static async Task<Visit> StartAsync(IBrowser browser, Uri app, Uri sandbox, VisitOptions options)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.ToString(),
            Locale = "en-GB",
            TimezoneId = "Europe/Prague",
            ColorScheme = options.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            ReducedMotion = ReducedMotion.Reduce,
            IgnoreHTTPSErrors = options.TrustsAnyone,
        });
        context.SetDefaultTimeout(20_000);
        var visit = new Visit([app, sandbox], context);
        visit.Listen();
        visit.Page = await context.NewPageAsync();
        return visit;
    }

    /// <summary>Addresses asked for outside the app and the sandbox that stands in for the sign-in.</summary>
    public IEnumerable<string> ForeignRequests() => _requested.Where(address => !Array.Exists(_origins, origin => IsAt(address, origin)));

    /// <summary>Fails where anything was complained of, or asked for elsewhere.</summary>
    public void AssertQuiet()
    {
        Assert.True(_complaints.IsEmpty, string.Join('\n', _complaints));
        Assert.Empty(ForeignRequests());
    }

    /// <summary>Waits until something is complained of.</summary>
    public async Task WaitForComplaintAsync(string text)
    {
        var said = new TaskCompletionSource();
        void Look()
        {
            if (_complaints.Any(complaint => complaint.Contains(text, StringComparison.Ordinal)))
                said.TrySetResult();
        }

        Complained += Look;
        try
        {
            Look();
            await said.Task.WaitAsync(TimeSpan.FromSeconds(20));
        }
        finally
        {
            Complained -= Look;
        }
    }

    /// <summary>What the browser keeps: cookies and both storages.</summary>
    public async Task<string> StoredAsync() =>
        await Context.StorageStateAsync() + await Page.EvaluateAsync<string>("() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }) + document.cookie");

    public ValueTask DisposeAsync() => Context.DisposeAsync();

    private event Action? Complained;

    private void Complain(string complaint)
    {
        _complaints.Enqueue(complaint[..Math.Min(complaint.Length, LongestComplaint)]);
        Complained?.Invoke();
    }

    private void Listen()
    {
        Context.Console += (_, message) =>
        {
            if (message.Type == "error")
                Complain($"console: {message.Text} ({message.Location})");
        };
        Context.WebError += (_, error) => Complain($"page error: {error.Error}");
        Context.Request += (_, request) => OnRequest(request);
        Context.RequestFailed += (_, request) => OnFailed(request);
        Context.Response += (_, response) =>
        {
            if (response.Status >= 500)
                Complain($"{response.Status} from {response.Url}");
        };
        Context.Page += (_, page) =>
        {
            page.WebSocket += (_, socket) => Listen(socket);
            page.Dialog += async (_, dialog) =>
            {
                Complain($"dialog: {dialog.Message}");
                await dialog.DismissAsync();
            };
        };
    }

    private void Listen(IWebSocket socket)
    {
        _requested.Enqueue(socket.Url);
        socket.FrameSent += (_, frame) => _sent.Enqueue(("frame sent", ContentOf(frame)));
        socket.FrameReceived += (_, frame) => _sent.Enqueue(("frame received", ContentOf(frame)));
    }

    private void OnRequest(IRequest request)
    {
        _requested.Enqueue(request.Url);
        _sent.Enqueue(($"address and headers of {request.Method} {new Uri(request.Url).AbsolutePath}", Text($"{request.Url}\n{string.Join('\n', request.Headers)}")));
        if (request.PostDataBuffer is { } body)
            _sent.Enqueue(($"body of {request.Method} {new Uri(request.Url).AbsolutePath}", body));
    }

    private void OnFailed(IRequest request)
    {
        // A page that is left gives up what it was still asking for.
        if (request.Failure != "net::ERR_ABORTED")
            Complain($"{request.Failure}: {request.Method} {request.Url}");
    }

    private static byte[] ContentOf(IWebSocketFrame frame) => frame.Binary ?? Text(frame.Text ?? "");

    private static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static bool IsAt(string address, Uri origin) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme is "data" or "about" or "blob" || (uri.Authority == origin.Authority && uri.Scheme is "http" or "https" or "ws" or "wss"));
}
