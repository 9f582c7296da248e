using System.Collections.Immutable;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;

namespace Dashboard.Web.Views;

/// <summary>A view of the inbox under a name.</summary>
public sealed record SavedView
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 60;

    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>1 to <see cref="LongestName"/> characters, not all of them blank.</summary>
    public required string Name { get; init; }

    public ViewColour Colour { get; init; }

    /// <summary>What is shown, in which order and grouped how.</summary>
    public required InboxQuery Query { get; init; }

    /// <summary>The columns that belong to it; empty where it keeps the person's own.</summary>
    public ImmutableArray<ColumnPreference> Columns { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether everyone of the tenant sees it. Counts stay each viewer's own: a view shows the viewer's notifications.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the person who looks saved it, and so may change it.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>Whether the person who looks has hidden it: a colleague's, for themselves alone.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether a name is this view's, as people read names.</summary>
    public bool IsCalled(string name) => string.Equals(Name, name.Trim(), StringComparison.OrdinalIgnoreCase);
}
