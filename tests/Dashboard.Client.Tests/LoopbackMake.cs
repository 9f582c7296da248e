using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Client.Tests;

/// <summary>
/// A server on loopback that answers byte for byte what a test tells it to: well-formed, cut, dripping or nothing. It keeps what
/// arrived.
/// </summary>
internal sealed class LoopbackMake : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private readonly Func<SentRequest, Stream, CancellationToken, Task<Then>>? _answer;
    private readonly Task _accepting;
    private int _connections;

    /// <summary>Starts to listen.</summary>
    /// <param name="answer">Writes an answer; null closes each connection at once, with nothing read.</param>
    public LoopbackMake(Func<SentRequest, Stream, CancellationToken, Task<Then>>? answer = null)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What becomes of the connection after an answer.</summary>
    public enum Then
    {
        KeepAlive,
        Close,
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public int Connections => _connections;

    /// <summary>Answers every request with the same JSON.</summary>
    public static LoopbackMake Answering(string body, int status = 200, params string[] headers) =>
        new((_, stream, token) => WriteAsync(stream, Encoding.UTF8.GetBytes(body), status, headers, token));

    /// <summary>Writes a whole answer and keeps the connection.</summary>
    public static async Task<Then> WriteAsync(Stream stream, byte[] body, int status, string[] headers, CancellationToken token)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} -\r\nContent-Length: {body.Length}\r\n");
        foreach (var header in headers)
            head.Append(header).Append("\r\n");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), token);
        await stream.WriteAsync(body, token);
        return Then.KeepAlive;
    }

    /// <summary>A client of this server, with a fixed token.</summary>
    public MakeClient Client(Action<MakeApiOptions>? configure = null)
    {
        var services = new ServiceCollection().AddMakeApi(options =>
        {
            options.BaseAddress = Address;
            options.Credential = MakeCredential.ApiToken("canary-token");
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider().GetRequiredService<MakeClient>();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
                served.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), Interlocked.Increment(ref _connections)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(TcpClient connection, int number)
    {
        using (connection)
        {
            try
            {
                var stream = connection.GetStream();
                while (_answer is not null && await SentRequest.ReadAsync(stream, number, _stop.Token) is { } request)
                {
                    _requests.Enqueue(request);
                    if (await _answer(request, stream, _stop.Token) == Then.Close)
                        return;
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException)
            {
                // The client went away, or the test is over.
            }
        }
    }
}
