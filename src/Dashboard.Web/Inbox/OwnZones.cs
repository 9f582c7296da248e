namespace Dashboard.Web.Inbox;

/// <summary>Finds the zone that a script names among the person's own.</summary>
public static class OwnZones
{
    /// <summary>The one zone of that name.</summary>
    /// <param name="snapshot">What the person can see.</param>
    /// <param name="zone">Domain of the zone, in upper or lower case.</param>
    /// <param name="connection">The connection, where several see it.</param>
    /// <param name="problem">Why it names none, and which there are.</param>
    public static ZonePart? Resolve(InboxSnapshot snapshot, string? zone, Guid? connection, out string? problem)
    {
        var parts = snapshot.Parts
            .Where(part => string.Equals(part.Zone.Domain, zone, StringComparison.OrdinalIgnoreCase) && (connection is not { } one || part.Connection.Id == one))
            .ToArray();
        problem = parts switch
        {
            [] => $"You have no zone '{zone}'{(connection is { } one ? $" by the connection {one}" : "")}. Yours are: {Names(snapshot.Parts)}.",
            [_] => null,
            _ => $"Several of your connections see the zone '{zone}': name one with it, as \"connection\". They are: {Names(parts)}.",
        };
        return problem is null ? parts[0] : null;
    }

    private static string Names(IReadOnlyCollection<ZonePart> parts) =>
        parts.Count == 0 ? "none, since you are not connected to Make" : string.Join(", ", parts.Select(part => $"{part.Zone.Domain} by {part.Connection.Id}"));
}
