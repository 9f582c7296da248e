using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Client.Wire;

/// <summary>Ids are JSON strings of digits; a JSON number is refused, since a sender that writes one has lost digits already.</summary>
internal sealed class NotificationIdConverter : JsonConverter<NotificationId>
{
    public override bool HandleNull => true;

    public override NotificationId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // No id needs an escape, so an escaped one is not in its one canonical form and is refused with the rest.
        if (reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && NotificationId.TryParse(reader.ValueSpan, out var id))
            return id;

        throw new JsonException($"not a string of 1 to {NotificationId.MaxDigits} digits");
    }

    public override void Write(Utf8JsonWriter writer, NotificationId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
