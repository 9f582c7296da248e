using System.Buffers.Binary;
using System.Text;

namespace Dashboard.Testing.Circuits;

/// <summary>
/// What a render batch draws, in document order. The format is that of ASP.NET Core's <c>RenderBatchWriter</c>: sections, and at the end the
/// offsets of updated components, reference frames, disposed components, disposed handlers and strings.
/// </summary>
internal static class RenderedFrames
{
    private const int Offsets = 5 * sizeof(int);
    private const int FrameBytes = 20;
    private const int TextFrame = 2;
    private const int AttributeFrame = 3;

    /// <summary>The attributes set.</summary>
    public static IEnumerable<(string Name, string? Value)> Attributes(byte[] batch)
    {
        var strings = Strings(batch);
        return Places(batch, AttributeFrame).Select(frame => (Text(batch, strings, Number(batch, frame + 4))!, Text(batch, strings, Number(batch, frame + 8))));
    }

    /// <summary>The texts written; those that stand in the markup of a component for good come with it and are left out.</summary>
    public static IEnumerable<string> Texts(byte[] batch)
    {
        var strings = Strings(batch);
        return Places(batch, TextFrame).Select(frame => Text(batch, strings, Number(batch, frame + 4)) ?? "");
    }

    private static int Strings(byte[] batch) => Number(batch, batch.Length - sizeof(int));

    private static IEnumerable<int> Places(byte[] batch, int type)
    {
        var frames = Number(batch, batch.Length - Offsets + sizeof(int));
        var count = Number(batch, frames);
        for (var frame = frames + sizeof(int); count > 0; frame += FrameBytes, count--)
        {
            if (Number(batch, frame) == type)
                yield return frame;
        }
    }

    private static int Number(byte[] batch, int at) => BinaryPrimitives.ReadInt32LittleEndian(batch.AsSpan(at));

    private static string? Text(byte[] batch, int strings, int index)
    {
        if (index < 0)
            return null;
        var at = Number(batch, strings + (index * sizeof(int)));
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = batch[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while (part > 0x7f);
        return Encoding.UTF8.GetString(batch, at, length);
    }
}
