using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Dashboard.Client.Wire;

/// <summary>
/// Text that is only shown. What identifies a row is read strictly; what is only shown never hides the row, so a missing,
/// null or odd value becomes empty, and what is not Unicode becomes U+FFFD.
/// </summary>
internal sealed partial class ShownText : JsonConverter<string>
{
    public override bool HandleNull => true;

    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return "";
        }

        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException) // a lone surrogate, or bytes that are not UTF-8
        {
            return Repair(reader.ValueSpan);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>The text of a JSON string, read the same way.</summary>
    internal static string Of(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Repair(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    /// <summary>Resolves the escapes of a JSON string's inside, a lone surrogate to U+FFFD.</summary>
    private static string Repair(ReadOnlySpan<byte> raw)
    {
        var text = Escape().Replace(Encoding.UTF8.GetString(raw), static escape => escape.ValueSpan[1] switch
        {
            'u' => ((char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
            'b' => "\b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            var literal => literal.ToString(),
        });
        // The round trip is what turns a half of a pair into U+FFFD.
        return Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
    }

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
