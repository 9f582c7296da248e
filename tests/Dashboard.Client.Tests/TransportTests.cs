using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dashboard.Client.Tests;

public class TransportTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Changes => ["mark", "delete"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_goes_out_once_when_a_fresh_connection_drops(string change)
    {
        await using var make = new LoopbackMake((_, _, _) => Task.FromResult(LoopbackMake.Then.Close));

        var e = await Assert.ThrowsAsync<MakeException>(() => ChangeAsync(make.Client(), change));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
        Assert.True(e.MayHaveBeenExecuted);
        Assert.Single(make.Requests);
        Assert.Equal(1, make.Connections);
    }

    [Fact]
    public async Task A_question_goes_out_once_when_a_fresh_connection_drops()
    {
        await using var make = new LoopbackMake((_, _, _) => Task.FromResult(LoopbackMake.Then.Close));

        var e = await Assert.ThrowsAsync<MakeException>(() => make.Client().GetUnreadAsync(Token));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
        Assert.Single(make.Requests);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_goes_out_once_when_a_reused_connection_drops(string change)
    {
        await using var make = new LoopbackMake((request, stream, token) => request.Method == "GET"
            ? LoopbackMake.WriteAsync(stream, Encoding.UTF8.GetBytes(Sample.Notifications), 200, [], token)
            : Task.FromResult(LoopbackMake.Then.Close));
        var client = make.Client();
        await client.ListNotificationsAsync(new(), Token);

        var e = await Assert.ThrowsAsync<MakeException>(() => ChangeAsync(client, change));

        Assert.True(e.MayHaveBeenExecuted);
        Assert.Equal(["GET", change == "mark" ? "POST" : "DELETE"], make.Requests.Select(r => r.Method));
        Assert.Equal([1, 1], make.Requests.Select(r => r.Connection));
        Assert.Equal(1, make.Connections);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_tried_once_when_connections_are_closed_at_once(string change)
    {
        await using var make = new LoopbackMake();

        await Assert.ThrowsAsync<MakeException>(() => ChangeAsync(make.Client(), change));

        Assert.Equal(1, make.Connections);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_goes_out_once_when_the_server_is_failing(string change)
    {
        await using var make = LoopbackMake.Answering("", 503);

        await Assert.ThrowsAsync<MakeException>(() => ChangeAsync(make.Client(), change));

        Assert.Single(make.Requests);
    }

    [Fact]
    public async Task A_refused_connection_was_not_executed()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var make = LoopbackMake.Answering("");

        var client = make.Client(options => options.BaseAddress = new($"http://127.0.0.1:{port}"));
        var e = await Assert.ThrowsAsync<MakeException>(() => client.MarkAllReadAsync(null, Token));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
        Assert.False(e.MayHaveBeenExecuted);
    }

    [Fact]
    public async Task A_connection_that_hangs_ends_in_its_own_time_and_was_not_executed()
    {
        // A listener whose queue is full lets a connection hang without an answer.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await first.ConnectAsync(listener.LocalEndPoint!, Token);
        await using var make = LoopbackMake.Answering("");

        var client = make.Client(options =>
        {
            options.BaseAddress = new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");
            options.ConnectTimeout = TimeSpan.FromMilliseconds(200);
        });
        var e = await Assert.ThrowsAsync<MakeException>(() => client.MarkAllReadAsync(null, Token));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
        Assert.False(e.MayHaveBeenExecuted);
    }

    [Fact]
    public async Task Tls_that_fails_was_not_executed()
    {
        await using var make = new LoopbackMake((_, _, _) => Task.FromResult(LoopbackMake.Then.Close));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answer = Task.Run(
            async () =>
            {
                using var connection = await listener.AcceptTcpClientAsync(Token);
                await connection.GetStream().WriteAsync("HTTP/1.1 400 -\r\n\r\n"u8.ToArray(), Token);
            },
            Token);

        var client = make.Client(options => options.BaseAddress = new($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        var e = await Assert.ThrowsAsync<MakeException>(() => client.MarkAllReadAsync(null, Token));
        await answer;

        Assert.IsType<MakeFailure.Insecure>(e.Failure);
        Assert.False(e.Failure.IsPassing);
        Assert.False(e.MayHaveBeenExecuted);
    }

    [Fact]
    public async Task Silence_ends_with_the_deadline()
    {
        await using var make = new LoopbackMake(NeverAsync);

        var client = make.Client(options => options.ChangeTimeout = TimeSpan.FromMilliseconds(200));
        var e = await Assert.ThrowsAsync<MakeException>(() => client.MarkAllReadAsync(null, Token));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
        Assert.True(e.MayHaveBeenExecuted);
        Assert.Single(make.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_dripping_body_ends_with_the_deadline(int status)
    {
        await using var make = new LoopbackMake(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} -\r\nContent-Length: 100000\r\n\r\n"), token);
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), token);
                await Task.Delay(10, token);
            }
        });

        var client = make.Client(options => options.ListTimeout = TimeSpan.FromMilliseconds(300));
        var e = await Assert.ThrowsAsync<MakeException>(() => client.ListNotificationsAsync(new(), Token));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var make = new LoopbackMake(async (request, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 -\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(), token);
            await mine.CancelAsync();
            return await NeverAsync(request, stream, token);
        });

        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => make.Client().ListNotificationsAsync(new(), mine.Token));

        Assert.Equal(mine.Token, e.CancellationToken);
    }

    [Fact]
    public async Task A_body_cut_by_the_network_is_a_lost_answer()
    {
        await using var make = new LoopbackMake(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("HTTP/1.1 200 -\r\nContent-Length: 5000\r\n\r\n" + Sample.Notifications), token);
            return LoopbackMake.Then.Close;
        });

        var e = await Assert.ThrowsAsync<MakeException>(() => make.Client().ListNotificationsAsync(new(), Token));

        Assert.IsType<MakeFailure.Unavailable>(e.Failure);
        Assert.True(e.MayHaveBeenExecuted);
    }

    [Fact]
    public async Task Ten_thousand_rows_with_long_subjects_fit()
    {
        var rows = Enumerable.Range(1, 10_000).Select(i => $$"""{"id":"{{i}}","subject":"{{new string('s', 1024)}}","read":null,"type":1}""");
        await using var make = LoopbackMake.Answering(
            $$$"""{"notifications":[{{{string.Join(',', rows)}}}],"userUnreadNotifications":0,"userZoneNotifications":[],"pg":{}}""");

        Assert.Equal(10_000, (await make.Client().ListNotificationsAsync(new(), Token)).Notifications.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_past_the_limit_is_not_read_on(bool endless)
    {
        var zeros = new byte[1024 * 1024];
        await using var make = new LoopbackMake(async (_, stream, token) =>
        {
            if (!endless)
                return await LoopbackMake.WriteAsync(stream, Gzip(50 * zeros.Length), 200, ["Content-Encoding: gzip"], token);
            await stream.WriteAsync("HTTP/1.1 200 -\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), token);
            while (true)
                await stream.WriteAsync((byte[])[.. "100000\r\n"u8, .. zeros, .. "\r\n"u8], token);
        });

        var e = await Assert.ThrowsAsync<MakeException>(() => make.Client().GetNotificationAsync(new(3), null, Token));

        Assert.Equal("longer than 1048576 bytes", Assert.IsType<MakeFailure.Unreadable>(e.Failure).Reason);
    }

    [Fact]
    public async Task A_compressed_answer_is_read()
    {
        await using var make = new LoopbackMake(async (_, stream, token) =>
        {
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
                await gzip.WriteAsync(Encoding.UTF8.GetBytes(Sample.Notifications), token);
            return await LoopbackMake.WriteAsync(stream, packed.ToArray(), 200, ["Content-Encoding: gzip"], token);
        });

        Assert.Equal(3, (await make.Client().ListNotificationsAsync(new(), Token)).Notifications.Count);
        Assert.Contains("gzip", Assert.Single(make.Requests).Headers["Accept-Encoding"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_cookie_is_kept_and_no_redirect_followed()
    {
        await using var other = LoopbackMake.Answering(Sample.Notifications);
        await using var make = LoopbackMake.Answering("", 302, $"Location: {other.Address}", "Set-Cookie: session=1");
        var client = make.Client();

        await Assert.ThrowsAsync<MakeException>(() => client.ListNotificationsAsync(new(), Token));
        await Assert.ThrowsAsync<MakeException>(() => client.ListNotificationsAsync(new(), Token));

        Assert.Empty(other.Requests);
        Assert.All(make.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    private static Task<IReadOnlyList<NotificationId>> ChangeAsync(MakeClient client, string change) => change == "mark"
        ? client.MarkAllReadAsync(2, Token)
        : client.DeleteNotificationsAsync([new(1)], 2, Token);

    private static async Task<LoopbackMake.Then> NeverAsync(SentRequest request, Stream stream, CancellationToken token)
    {
        await Task.Delay(Timeout.Infinite, token);
        return LoopbackMake.Then.Close;
    }

    private static byte[] Gzip(int zeros)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(new byte[zeros]);
        return packed.ToArray();
    }
}
