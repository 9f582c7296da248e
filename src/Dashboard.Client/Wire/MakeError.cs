using System.Text.Json;

namespace Dashboard.Client.Wire;

/// <summary>
/// What Make says of a failure: <c>{"detail","message","code","suberrors"}</c>. Nothing of it is sure to be there: <c>detail</c> may be
/// a string or an array, the body a bare string, <c>{}</c>, HTML, cut short or empty.
/// </summary>
internal sealed record MakeError(string? Code, string? Detail, string? Title, IReadOnlyList<string> Suberrors)
{
    private const int MaxText = 500;
    private const int MaxSuberrors = 20;

    public static MakeError None { get; } = new(null, null, null, []);

    public bool Mentions(string text) =>
        Detail?.Contains(text, StringComparison.OrdinalIgnoreCase) == true || Title?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    public static MakeError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return None with { Detail = Text(root) };

            var title = Text(Property(root, "message"));
            return new(Text(Property(root, "code")), Text(Property(root, "detail")) ?? title, title, Messages(Property(root, "suberrors")));
        }
        catch (JsonException)
        {
            return None;
        }
    }

    private static JsonElement Property(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;

    private static List<string> Messages(JsonElement suberrors) => suberrors.ValueKind == JsonValueKind.Array
        ? [.. suberrors.EnumerateArray().Take(MaxSuberrors).Select(e => Text(Property(e, "message")) ?? Text(e)).OfType<string>()]
        : [];

    private static string? Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => ShownText.Of(value),
            JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Take(MaxSuberrors).Select(Line).OfType<string>()),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text[..Math.Min(text.Length, MaxText)];

        // One level deep only: an array inside the array is not text.
        static string? Line(JsonElement line) => line.ValueKind == JsonValueKind.String ? Text(line) : null;
    }
}
