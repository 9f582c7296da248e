namespace Dashboard.Web.Data;

/// <summary>A person is signed in: the row is there as long as the session lives.</summary>
public sealed class SessionRecord
{
    public required string Id { get; set; }

    /// <summary>User key of the person.</summary>
    public required string Owner { get; set; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
