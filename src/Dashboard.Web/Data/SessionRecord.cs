namespace Dashboard.Web.Data;

/// <summary>One sign-in of a person at one browser. The row outlives its end by a day, so that whoever comes back is told why.</summary>
public sealed class SessionRecord
{
    public Guid Id { get; set; }

    /// <summary>SHA-256 of the key that the cookie carries, in hexadecimal: a copy of the database opens no session.</summary>
    public required string KeyHash { get; set; }

    /// <summary>User key of the person.</summary>
    public required string Owner { get; set; }

    /// <summary>What the person is called.</summary>
    public required string Name { get; set; }

    /// <summary>The name the person signs in with.</summary>
    public required string Account { get; set; }

    /// <summary>The browser in plain words.</summary>
    public required string Browser { get; set; }

    /// <summary>The session at the identity provider, by which it can end this one; <see langword="null"/> where the provider tells none.</summary>
    public string? ProviderSession { get; set; }

    /// <summary>What the sign-in said about the person, sealed for the owner and this row; empty once the session was ended.</summary>
    public required byte[] Ticket { get; set; }

    public DateTimeOffset BeganAt { get; set; }

    /// <summary>When it was last used, up to a minute behind.</summary>
    public DateTimeOffset UsedAt { get; set; }

    /// <summary>When it is over, however much it is used.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Why it was ended before its time, by its name.</summary>
    public string? End { get; set; }
}
