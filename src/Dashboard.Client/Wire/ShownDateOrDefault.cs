using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Client.Wire;

/// <summary>As <see cref="ShownDate"/>, with the default in place of null.</summary>
internal sealed class ShownDateOrDefault : JsonConverter<DateTimeOffset>
{
    private static readonly ShownDate Date = new();

    public override bool HandleNull => true;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Date.Read(ref reader, typeToConvert, options).GetValueOrDefault();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
