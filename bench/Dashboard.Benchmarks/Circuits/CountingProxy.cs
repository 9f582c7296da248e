using System.Net;
using System.Net.Sockets;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>Stands between clients and a server on loopback and counts the bytes of every connection as they are on the wire, headers and frames included.</summary>
internal sealed class CountingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;
    private long _down;
    private long _up;

    public CountingProxy(Uri server)
    {
        _server = new IPEndPoint(IPAddress.Loopback, server.Port);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    /// <summary>Where clients go instead.</summary>
    public Uri Address { get; }

    /// <summary>Bytes from the server to its clients. What a client has read is counted.</summary>
    public long Down => Interlocked.Read(ref _down);

    /// <summary>Bytes from the clients to the server. The last ones a client has sent may still be on their way here.</summary>
    public long Up => Interlocked.Read(ref _up);

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // The run is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        try
        {
            await far.ConnectAsync(_server);
            await Task.WhenAll(
                PassAsync(near, far, bytes => Interlocked.Add(ref _up, bytes)),
                PassAsync(far, near, bytes => Interlocked.Add(ref _down, bytes)));
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            // One side went away without a goodbye, and takes the other with it.
        }
    }

    private static async Task PassAsync(TcpClient from, TcpClient to, Action<int> count)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.GetStream().ReadAsync(buffer)) > 0)
        {
            count(read);
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }

        to.Client.Shutdown(SocketShutdown.Send);
    }
}
