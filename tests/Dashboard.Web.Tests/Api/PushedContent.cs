using System.Net;
using System.Text;

namespace Dashboard.Web.Tests.Api;

/// <summary>A body whose length is not told before it is sent.</summary>
internal sealed class PushedContent(string text) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
