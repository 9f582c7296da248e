using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Client.Wire;

/// <summary>A number that is only shown: 0 for whatever is not a 32-bit integer.</summary>
internal sealed class ShownNumber : JsonConverter<int>
{
    public override bool HandleNull => true;

    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            return number;

        reader.Skip();
        return 0;
    }

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
