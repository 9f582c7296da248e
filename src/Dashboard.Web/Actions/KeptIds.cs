using System.Collections.Immutable;
using System.Text.Json;
using Dashboard.Client;

namespace Dashboard.Web.Actions;

/// <summary>Ids that were not changed, each with its reason, as the database keeps them: few reasons, each with its ids.</summary>
internal static class KeptIds
{
    public static string Print(IReadOnlyDictionary<NotificationId, string> kept) => kept.Count == 0
        ? ""
        : JsonSerializer.Serialize(kept.GroupBy(pair => pair.Value).ToDictionary(reason => reason.Key, reason => IdList.Print(reason.Select(pair => pair.Key))));

    public static ImmutableDictionary<NotificationId, string> Parse(string text) => text.Length == 0
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, string>>(text)!
            .SelectMany(reason => IdList.Parse(reason.Value), (reason, id) => KeyValuePair.Create(id, reason.Key))
            .ToImmutableDictionary();
}
