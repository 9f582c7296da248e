namespace Dashboard.Web.Data;

/// <summary>A view of the inbox that somebody gave a name.</summary>
public sealed class SavedViewRecord
{
    public Guid Id { get; set; }

    /// <summary>User key of the person who saved it; only they may change it.</summary>
    public required string Owner { get; set; }

    /// <summary>Entra tenant of the owner, whose people see it when it is shared.</summary>
    public required string Tenant { get; set; }

    /// <summary>Whether everyone of the tenant sees it.</summary>
    public bool IsShared { get; set; }

    public required string Name { get; set; }

    /// <summary>Name of one of the colours on offer.</summary>
    public required string Colour { get; set; }

    /// <summary>The view's address in its canonical form, from the <c>?</c> on: query, sort and grouping. Empty for everything.</summary>
    public required string Address { get; set; }

    /// <summary>The columns as JSON; <see langword="null"/> where the view keeps the person's own.</summary>
    public string? Columns { get; set; }

    public DateTimeOffset SavedAt { get; set; }
}
