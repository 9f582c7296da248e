using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Dashboard.E2E.Browser;

/// <summary>A line to the app as long as from another continent: what goes through it comes out whole, in order and later.</summary>
internal sealed class DelayedLine : IAsyncDisposable
{
    private readonly CancellationTokenSource _ends = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _app;
    private readonly Task _accepting;
    private long _delayTicks;

    public DelayedLine(Uri app)
    {
        _app = app;
        _listener.Start();
        Address = new UriBuilder(app) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAsync();
    }

    /// <summary>Where the app is reached through the line.</summary>
    public Uri Address { get; }

    /// <summary>How long a byte takes, there and back; none at first.</summary>
    public TimeSpan RoundTrip
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _delayTicks) * 2);
        set => Interlocked.Exchange(ref _delayTicks, value.Ticks / 2);
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ends.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var browser = await _listener.AcceptTcpClientAsync(_ends.Token);
            _ = CarryAsync(browser);
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var app = new TcpClient { NoDelay = true };
        using (browser)
        {
            browser.NoDelay = true;
            try
            {
                await app.ConnectAsync(_app.Host, _app.Port, _ends.Token);
                await Task.WhenAny(CarryAsync(browser.GetStream(), app.GetStream()), CarryAsync(app.GetStream(), browser.GetStream()));
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
            {
                // Either end has hung up.
            }
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var underWay = Channel.CreateUnbounded<(DateTime Due, byte[] Bytes)>();
        var delivering = DeliverAsync(underWay.Reader, to);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _ends.Token) is > 0 and var read)
                underWay.Writer.TryWrite((DateTime.UtcNow + (RoundTrip / 2), buffer[..read]));
        }
        finally
        {
            underWay.Writer.Complete();
            await delivering;
        }
    }

    private async Task DeliverAsync(ChannelReader<(DateTime Due, byte[] Bytes)> underWay, NetworkStream to)
    {
        await foreach (var (due, bytes) in underWay.ReadAllAsync(_ends.Token))
        {
            if (due - DateTime.UtcNow is { Ticks: > 0 } left)
                await Task.Delay(left, _ends.Token);
            await to.WriteAsync(bytes, _ends.Token);
        }
    }
}
