using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Web.Components.Commands;
using Dashboard.Web.Components.Grid;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Testing.Circuits;

/// <summary>
/// An open page without a browser: one circuit, spoken as <c>blazor.web.js</c> speaks it, with the grid's module scrolling and opening rows and the
/// keys' module pressing keys. Nothing is laid out or painted. The WebSocket is compressed as a browser's is.
/// </summary>
internal sealed partial class HeadlessPage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Browser _browser;
    private readonly Uri _address;
    private readonly HubConnection _connection;
    private readonly BrowserScripts _scripts = new();
    private string _circuit = "";
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _broken;
    private long _received;
    private long _sent;
    private int _called;
    private int _answered;
    private int _first;
    private int _wanted;
    private bool _isShown;

    private HeadlessPage(Browser browser, Uri address)
    {
        (_browser, _address, Address) = (browser, address, address);
        var cookies = string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        var builder = new HubConnectionBuilder().WithUrl(new Uri(address, "/_blazor"), options =>
        {
            options.Headers["Cookie"] = cookies;
            options.Transports = HttpTransportType.WebSockets;
            options.WebSocketFactory = async (context, cancellationToken) =>
                new CountingSocket(await ConnectAsync(context.Uri, cookies, cancellationToken), bytes => Interlocked.Add(ref _received, bytes));
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        _connection = builder.Build();
        _connection.On<int, byte[]>("JS.RenderBatch", OnRenderedAsync);
        _connection.On<long, string, string, int, long, int>("JS.BeginInvokeJS", OnScriptCalledAsync);
        _connection.On<string, bool, string>("JS.EndInvokeDotNet", OnAnswered);
        _connection.On<string>("JS.Error", error => Break(error));
        _connection.Closed += error =>
        {
            Break(error?.Message ?? "The circuit was closed.");
            return Task.CompletedTask;
        };
    }

    /// <summary>A text was drawn. Raised on the line's thread, before what waits for the page looks again.</summary>
    public event Action<string>? Said;

    /// <summary>Where the page is now.</summary>
    public Uri Address { get; private set; }

    /// <summary>Bytes received over the WebSocket after decompression.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Messages sent on the circuit; pings are not counted.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Lines of the list, as the grid says.</summary>
    public int Total { get; private set; }

    /// <summary>What a form of this page would post to show that it is the app's.</summary>
    public string? FormToken { get; private set; }

    /// <summary>The addresses of the script modules that the page has imported so far.</summary>
    public IReadOnlyList<string> Modules => [.. _scripts.Imported.Distinct()];

    /// <summary>Opens the circuit of a document that was fetched with the browser's cookies.</summary>
    /// <param name="browser">Who is signed in.</param>
    /// <param name="address">The document's address.</param>
    /// <param name="document">Its HTML.</param>
    public static async Task<HeadlessPage> OpenAsync(Browser browser, Uri address, string document)
    {
        var page = new HeadlessPage(browser, address);
        try
        {
            await page.StartAsync(document);
            return page;
        }
        catch
        {
            await page.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fetches the document and opens its circuit.</summary>
    public static async Task<HeadlessPage> OpenAsync(Browser browser, Uri address)
    {
        using var answer = await browser.GetAsync(address.PathAndQuery);
        return await OpenAsync(browser, address, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until the list has so many rows and shows the first of them.</summary>
    public async Task WaitForRowsAsync(int total)
    {
        await UntilAsync(() => Total == total && IsListening(NotificationGrid.Module), $"a list of {total} rows");
        await ShowAsync(0, total);
    }

    /// <summary>Waits until the list has rows, of which more may come and go, and shows the first of them.</summary>
    public Task WaitForSomeRowsAsync() => WaitForGroupsAsync();

    /// <summary>Waits until the list has groups, which all come at once, and shows the first of them.</summary>
    public async Task WaitForGroupsAsync()
    {
        await UntilAsync(() => Total > 0 && IsListening(NotificationGrid.Module), "a list of groups");
        await ShowAsync(0, Total);
    }

    /// <summary>Jumps to a place of the list, and waits for its rows.</summary>
    public Task JumpAsync(int top) => ShowAsync(top, Total);

    /// <summary>Opens a row as a click does, wherever it stands in the list.</summary>
    /// <param name="place">Its place, from 0.</param>
    public Task OpenRowAsync(int place) => CallAsync(NotificationGrid.Module, "OpenRow", place, null);

    /// <summary>Presses the first keys of a command, and waits until the page has done what they ask.</summary>
    public Task PressAsync(Command command) => CallAsync(CommandKeys.Module, "PressAsync", command.Id, command.Keys[0]);

    /// <summary>Waits until the page has drawn something with this property.</summary>
    public Task UntilAsync(Func<HeadlessPage, bool> holds, string wanted) => UntilAsync(() => holds(this), wanted);

    /// <summary>Closes the page as a browser does that leaves it: the server forgets it at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        if (_circuit.Length > 0)
            (await _browser.PostAsync("/_blazor/disconnect", new Dictionary<string, string> { ["circuitId"] = _circuit })).Dispose();
    }

    private static async Task<WebSocket> ConnectAsync(Uri address, string cookies, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Cookie", cookies);
        socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority).Replace("ws", "http", StringComparison.Ordinal));
        await socket.ConnectAsync(address, cancellationToken);
        if (socket.HttpResponseHeaders?.GetValueOrDefault("Sec-WebSocket-Extensions")?.Any(extension => extension.Contains("permessage-deflate", StringComparison.Ordinal)) != true)
            throw new InvalidOperationException("The server did not agree to compress the WebSocket.");
        socket.HttpResponseHeaders = null;
        return socket;
    }

    private async Task StartAsync(string document)
    {
        var state = State().Match(document).Groups[1].Value;
        var operations = Marker().Matches(document).Select((marker, index) => new
        {
            type = "add",
            ssrComponentId = index + 1,
            marker = JsonSerializer.Deserialize<JsonElement>(marker.Groups[1].Value),
        });
        await _connection.StartAsync();
        Interlocked.Increment(ref _sent);
        _circuit = await _connection.InvokeAsync<string?>("StartCircuit", _address.GetLeftPart(UriPartial.Authority) + "/", _address.AbsoluteUri, "[]", state)
            ?? throw new InvalidOperationException("The server started no circuit.");
        await SendAsync("UpdateRootComponents", JsonSerializer.Serialize(new { batchId = 1, operations }), state);
    }

    private async Task ShowAsync(int top, int total)
    {
        var (first, count) = ListWindow.Around(top, total);
        // Rows that come or go above move the list on as soon as it is shown: it need not stand there still when this is looked at.
        (_wanted, _isShown) = (first, _first == first);
        await CallAsync(NotificationGrid.Module, "ShowRows", first, count, top);
        await UntilAsync(() => _isShown, $"row {top}");
    }

    private bool IsListening(string module) => _scripts.ComponentOf(module) is not null;

    /// <summary>Calls a component as its module does, once the module knows it, and waits for the answer.</summary>
    private async Task CallAsync(string module, string method, params object?[] arguments)
    {
        // What is drawn may not be listening yet.
        await UntilAsync(() => IsListening(module), $"component that {module} knows");
        var call = ++_called;
        await SendAsync("BeginInvokeDotNetFromJS", Text(call), null, method, _scripts.ComponentOf(module), JsonSerializer.Serialize(arguments));
        await UntilAsync(() => _answered == call, $"answer of {method}");
    }

    private async Task OnRenderedAsync(int batch, byte[] content)
    {
        foreach (var (name, value) in RenderedFrames.Attributes(content))
        {
            switch (name)
            {
                case "data-total":
                    Total = Number(value);
                    break;
                case "data-first":
                    _first = Number(value);
                    _isShown |= _first == _wanted;
                    break;
                case "value" when value?.StartsWith("CfDJ8", StringComparison.Ordinal) == true:
                    FormToken = value;
                    break;
            }
        }

        if (Said is { } said)
        {
            foreach (var text in RenderedFrames.Texts(content))
                said(text);
        }

        await SendAsync("OnRenderCompleted", (long)batch, null);
        Changed();
    }

    private async Task OnScriptCalledAsync(long call, string identifier, string? arguments, int resultType, long target, int callType)
    {
        var answer = _scripts.Answer(identifier, arguments, resultType, target);
        if (call != 0)
            await SendAsync("EndInvokeJSFromDotNet", call, true, $"[{Text(call)},true,{answer}]");
        if (identifier == "Blazor._internal.navigationManager.navigateTo")
        {
            Address = new Uri(_address, JsonSerializer.Deserialize<JsonElement[]>(arguments!)![0].GetString()!);
            await SendAsync("OnLocationChanged", Address.AbsoluteUri, null, false);
        }

        Changed();
    }

    private void OnAnswered(string call, bool succeeded, string result)
    {
        if (!succeeded)
            Break(result);
        _answered = Number(call);
        Changed();
    }

    private Task SendAsync(string method, params object?[] arguments)
    {
        Interlocked.Increment(ref _sent);
        return _connection.SendCoreAsync(method, arguments);
    }

    private void Break(string reason)
    {
        _broken ??= reason;
        Changed();
    }

    private void Changed() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private async Task UntilAsync(Func<bool> holds, string wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (_broken is { } reason)
                throw new InvalidOperationException($"While waiting for {wanted}: {reason}");
            if (holds())
                return;
            try
            {
                await changed.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"No {wanted} within {Patience}; the list has {Total} rows and shows those from {_first} on; {_called - _answered} calls are not answered.");
            }
        }
    }

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.Singleline)]
    private static partial Regex State();

    [GeneratedRegex("""<!--Blazor:(\{"type":"server".*?\})-->""", RegexOptions.Singleline)]
    private static partial Regex Marker();
}
