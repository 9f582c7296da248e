using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dashboard.Web.Components.Commands;

/// <summary>Commands as the scripts read them: written here, by one set of rules for all circuits, and sent as text.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<ListenedKey>))]
[JsonSerializable(typeof(IReadOnlyList<PaletteEntry>))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    public static string Write(IReadOnlyList<ListenedKey> keys) => JsonSerializer.Serialize(keys, Default.IReadOnlyListListenedKey);

    public static string Write(IReadOnlyList<PaletteEntry> entries) => JsonSerializer.Serialize(entries, Default.IReadOnlyListPaletteEntry);
}
