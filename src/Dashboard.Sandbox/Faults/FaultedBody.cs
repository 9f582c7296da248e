using System.IO.Compression;
using Dashboard.Sandbox.Api;

namespace Dashboard.Sandbox.Faults;

/// <summary>Sends a body in a way that no client can make good use of.</summary>
internal sealed class FaultedBody(Fault fault, TimeProvider time)
{
    private static readonly byte[] Megabyte = [.. Enumerable.Repeat((byte)' ', 1024 * 1024)];

    public Task WriteAsync(ApiAnswer answer, HttpContext http)
    {
        answer.WriteHead(http.Response);
        var body = answer.ToBytes();
        return fault.Kind switch
        {
            FaultKind.Cut => CutAsync(body, http),
            FaultKind.Drip => DripAsync(body, http),
            _ => SwellAsync(body, http),
        };
    }

    private static async Task CutAsync(byte[] body, HttpContext http)
    {
        http.Response.ContentLength = body.Length;
        // The server itself closes the connection after what is less than was promised; aborted, it might send nothing of it.
        await http.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), http.RequestAborted);
    }

    private async Task DripAsync(byte[] body, HttpContext http)
    {
        http.Response.ContentLength = body.Length;
        for (var place = 0; place < body.Length; place++)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(place, 1), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMilliseconds), time, http.RequestAborted);
        }
    }

    private async Task SwellAsync(byte[] body, HttpContext http)
    {
        if (!http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            await SwellAsync(body, http.Response.Body, http.RequestAborted);
            return;
        }

        http.Response.Headers.ContentEncoding = "gzip";
        await using var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
        await SwellAsync(body, packed, http.RequestAborted);
    }

    private async Task SwellAsync(byte[] body, Stream to, CancellationToken cancellationToken)
    {
        await to.WriteAsync(body, cancellationToken);
        for (var sent = 0; sent < fault.Megabytes; sent++)
            await to.WriteAsync(Megabyte, cancellationToken);
    }
}
