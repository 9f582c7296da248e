using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dashboard.Web.Tests.Faults;

/// <summary>The way from the portal to Make: passes bytes on, or refuses every connection.</summary>
internal sealed class NetworkPath : IDisposable
{
    private readonly ConcurrentDictionary<Task, byte> _passing = [];
    private readonly CancellationTokenSource _over = new();
    // Holds the port, and takes no connection: nobody else may have it while the way is closed.
    private readonly Socket _port = new(SocketType.Stream, ProtocolType.Tcp);
    private TcpListener _listener;
    private CancellationTokenSource _open;

    public NetworkPath()
    {
        _port.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Address = new Uri($"http://{_port.LocalEndPoint}");
        (_listener, _open) = Accept();
    }

    /// <summary>Where the portal believes Make to be.</summary>
    public Uri Address { get; }

    /// <summary>Where Make is.</summary>
    public Uri? Target { get; set; }

    /// <summary>Breaks what is connected, so that nobody who asks afterwards takes it for a connection, and refuses what comes.</summary>
    public async Task CloseAsync()
    {
        _listener.Stop();
        await _open.CancelAsync();
        await Task.WhenAll(_passing.Keys);
    }

    /// <summary>Lets connections through; nothing happens where it does already.</summary>
    public void Open()
    {
        if (!_open.IsCancellationRequested)
            return;
        _open.Dispose();
        (_listener, _open) = Accept();
    }

    public void Dispose()
    {
        _listener.Stop();
        _port.Dispose();
        _open.Cancel();
        _over.Dispose();
        _open.Dispose();
    }

    private (TcpListener Listener, CancellationTokenSource Open) Accept()
    {
        var listener = new TcpListener(IPAddress.Loopback, Address.Port);
        listener.Start();
        var open = CancellationTokenSource.CreateLinkedTokenSource(_over.Token);
        _ = AcceptAsync(listener, open.Token);
        return (listener, open);
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken closed)
    {
        try
        {
            while (true)
                _passing.TryAdd(PassAsync(await listener.AcceptTcpClientAsync(closed), closed), 0);
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    private async Task PassAsync(TcpClient portal, CancellationToken closed)
    {
        using var make = new TcpClient();
        using (portal)
        {
            try
            {
                await make.ConnectAsync(Target!.Host, Target.Port, closed);
                var (asking, answering) = (portal.GetStream(), make.GetStream());
                // Whichever side ends it, it is over for both.
                await await Task.WhenAny(asking.CopyToAsync(answering, closed), answering.CopyToAsync(asking, closed));
            }
            catch (Exception broken) when (broken is OperationCanceledException or IOException or SocketException)
            {
                // Both ends hear of it as the connections are closed.
            }
        }
    }
}
