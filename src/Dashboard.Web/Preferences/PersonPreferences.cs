using System.Collections.Immutable;

namespace Dashboard.Web.Preferences;

/// <summary>How one person likes the portal. Kept on the server, so that every browser of theirs knows it.</summary>
public sealed record PersonPreferences
{
    /// <summary>The columns in the person's order; empty for the list's own.</summary>
    public ImmutableArray<ColumnPreference> Columns { get; init => field = value.IsDefault ? [] : value; } = [];

    public GridDensity Density { get; init; }

    /// <summary>Whether single letters are keys; off for those who speak to their computer (WCAG 2.1.4).</summary>
    public bool SingleLetterKeys { get; init; } = true;

    /// <summary>Whether the overview above the list is unfolded.</summary>
    public bool Overview { get; init; } = true;

    /// <summary>The address of the view that was shown last, from its <c>?</c> on; <see langword="null"/> before the first.</summary>
    public string? LastView { get; init; }

    /// <summary>The saved view whose unread count stands in the title; <see langword="null"/> for everything.</summary>
    public Guid? DefaultView { get; init; }

    /// <summary>Saved views in the person's order; those that are not named stand after these.</summary>
    public ImmutableArray<Guid> ViewOrder { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Colleagues' views that the person does not want to see.</summary>
    public ImmutableArray<Guid> HiddenViews { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the saved views that come as examples were given: one that was deleted does not come back.</summary>
    public bool HasExamples { get; init; }

    /// <inheritdoc />
    public bool Equals(PersonPreferences? other) =>
        other is not null && Density == other.Density && SingleLetterKeys == other.SingleLetterKeys && Overview == other.Overview
        && LastView == other.LastView && DefaultView == other.DefaultView && HasExamples == other.HasExamples
        && Columns.SequenceEqual(other.Columns) && ViewOrder.SequenceEqual(other.ViewOrder) && HiddenViews.SequenceEqual(other.HiddenViews);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Density, SingleLetterKeys, Overview, LastView, DefaultView, HasExamples, Columns.Length, HashCode.Combine(ViewOrder.Length, HiddenViews.Length));
}
