using System.Buffers;
using System.Net;

namespace Dashboard.Client.Wire;

/// <summary>A body that is here as a whole, decompressed and within its limit, in a rented buffer if it is not large.</summary>
internal sealed class AnswerContent : HttpContent
{
    /// <summary>The pool would keep larger ones for ever: one answer of 16 MB would leave 64 MB behind.</summary>
    private const int LargestPooled = 1024 * 1024;

    private readonly int _length;
    private byte[]? _buffer;

    private AnswerContent(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_buffer is null, this);
            return _buffer.AsMemory(0, _length);
        }
    }

    /// <summary>
    /// Why this can't be a whole answer of Make's, which is always one JSON object; null where it can, or where it is empty. Told without
    /// parsing, so that whoever sent the request can still send it again.
    /// </summary>
    public string? WhyNotWhole
    {
        get
        {
            var text = Bytes.Span.Trim(" \t\r\n"u8);
            if (text.StartsWith(MakeContent.ByteOrderMark))
                text = text[MakeContent.ByteOrderMark.Length..];
            if (text.StartsWith("<"u8))
                return "a web page, such as a sign-in page of the network in between";
            return text.IsEmpty || text.SequenceEqual("null"u8) || (text.StartsWith("{"u8) && text.EndsWith("}"u8)) ? null : "not complete JSON";
        }
    }

    /// <summary>Reads a body; null when it is longer than the limit, and then the rest is left unread.</summary>
    public static async Task<AnswerContent?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        // A declared length is only a hint: it is the sender's word, and says nothing of what a compressed body becomes.
        var hint = (int)Math.Clamp(content.Headers.ContentLength + 1 ?? 0, Math.Min(16 * 1024, limit), limit + 1L);
        var buffer = Rent(hint);
        var length = 0;
        try
        {
            while (await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is var read and > 0)
            {
                length += read;
                if (length > limit)
                {
                    Return(buffer);
                    return null;
                }

                if (length == buffer.Length)
                    buffer = Grow(buffer, limit);
            }

            return new(buffer, length);
        }
        catch
        {
            Return(buffer);
            throw;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Bytes).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _buffer, null) is { } buffer)
            Return(buffer);
        base.Dispose(disposing);
    }

    private static byte[] Rent(int size) => size <= LargestPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);

    private static void Return(byte[] buffer)
    {
        if (buffer.Length <= LargestPooled)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grow(byte[] buffer, int limit)
    {
        // One byte past the limit tells that there is more.
        var larger = Rent((int)Math.Min(buffer.Length * 2L, limit + 1L));
        buffer.CopyTo(larger, 0);
        Return(buffer);
        return larger;
    }
}
