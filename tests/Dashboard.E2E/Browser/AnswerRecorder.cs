using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dashboard.E2E.Browser;

/// <summary>
/// Keeps every HTTP answer of the app, headers and body. On the server's side, since a browser no longer gives the body of a page that
/// was left.
/// </summary>
internal sealed class AnswerRecorder : IStartupFilter
{
    private readonly ConcurrentQueue<(string Place, byte[] Content)> _answers = new();
    private readonly ConcurrentQueue<string> _asked = new();

    /// <summary>Path and query of every request.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public IReadOnlyCollection<(string Place, byte[] Content)> Answers => _answers;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(RecordAsync);
        next(app);
    };

    private async Task RecordAsync(HttpContext context, RequestDelegate next)
    {
        _asked.Enqueue($"{context.Request.Path}{context.Request.QueryString}");
        var wire = context.Response.Body;
        using var body = new MemoryStream();
        // A WebSocket has no body; its frames are read in the browser.
        if (!context.WebSockets.IsWebSocketRequest && !context.Request.Headers.Upgrade.Contains("websocket"))
            context.Response.Body = new Tee(wire, body);
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
            var place = $"{context.Response.StatusCode} to {context.Request.Method} {context.Request.Path}";
            _answers.Enqueue(($"headers of {place}", Encoding.UTF8.GetBytes(string.Join('\n', context.Response.Headers))));
            _answers.Enqueue(($"body of {place}", body.ToArray()));
        }
    }

    /// <summary>Writes to the wire and keeps a copy.</summary>
    private sealed class Tee(Stream wire, MemoryStream copy) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => wire.Flush();

        public override Task FlushAsync(CancellationToken cancellationToken) => wire.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
        {
            copy.Write(buffer, offset, count);
            wire.Write(buffer, offset, count);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            copy.Write(buffer.Span);
            return wire.WriteAsync(buffer, cancellationToken);
        }
    }
}
