using System.Text.Json;

namespace Dashboard.Web.Tests.Api;

/// <summary>Holds a value against its schema, as far as the document's schemas go: types, properties, items and references.</summary>
internal sealed class SchemaReading(JsonElement document)
{
    public IEnumerable<string> Differences(JsonElement schema, JsonElement value, string where)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Differences(Resolve(reference.GetString()!), value, where);
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Any(choice => !Differences(choice, value, where).Any()) ? [] : [$"{where} is none of what it may be"];
        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(Kind(value)))
            return [$"{where} is {Kind(value)}, not {type}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) => InObject(schema, properties, value, where),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((item, index) => Differences(items, item, $"{where}[{index}]")),
            _ => [],
        };
    }

    private IEnumerable<string> InObject(JsonElement schema, JsonElement properties, JsonElement value, string where)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        return required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{where} has no {name}")
            .Concat(value.EnumerateObject().SelectMany(property => properties.TryGetProperty(property.Name, out var described)
                ? Differences(described, property.Value, $"{where}.{property.Name}")
                : [$"{where}.{property.Name} is not described"]));
    }

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (element, step) => element.GetProperty(step));

    private static IEnumerable<string?> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()) : [type.GetString()];

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        _ => "string",
    };
}
