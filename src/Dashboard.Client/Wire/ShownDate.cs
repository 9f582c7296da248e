using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Client.Wire;

/// <summary>A date that is only shown: UTC, and null for whatever is not a date (<c>""</c>, <c>"0000-00-00"</c>, a missing value).</summary>
internal sealed class ShownDate : JsonConverter<DateTimeOffset?>
{
    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && reader.TryGetDateTime(out var date))
            // A date without an offset is Make's own time, which is UTC; only the local zone of this machine is never meant.
            return date.Kind == DateTimeKind.Unspecified ? new(date, TimeSpan.Zero) : new(date.ToUniversalTime());

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } date)
            writer.WriteStringValue(date);
        else
            writer.WriteNullValue();
    }
}
