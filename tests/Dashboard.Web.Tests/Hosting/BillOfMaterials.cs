using System.Text.Json;

namespace Dashboard.Web.Tests.Hosting;

/// <summary>The parts that a published app says it is made of, in CycloneDX's form.</summary>
internal static class BillOfMaterials
{
    public static async Task<IReadOnlyList<Part>> ReadAsync(DirectoryInfo app, CancellationToken cancellationToken)
    {
        using var bill = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(app.FullName, "bom.json"), cancellationToken));
        return [.. bill.RootElement.GetProperty("components").EnumerateArray().Select(component => new Part(
            component.GetProperty("name").GetString()!,
            component.GetProperty("version").GetString()!,
            component.TryGetProperty("licenses", out var licences) ? [.. licences.EnumerateArray().Select(NameOf)] : []))];
    }

    /// <summary>Its SPDX id, the expression of several, or where its text is.</summary>
    private static string NameOf(JsonElement entry)
    {
        if (!entry.TryGetProperty("license", out var licence))
            return entry.GetProperty("expression").GetString()!;
        return licence.TryGetProperty("id", out var id) ? id.GetString()! : licence.GetProperty("url").GetString()!;
    }

    internal sealed record Part(string Name, string Version, IReadOnlyList<string> Licences);
}
