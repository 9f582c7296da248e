using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Web.Inbox;
using Dashboard.Web.Preferences;

namespace Dashboard.Web.Components.Grid;

/// <summary>How a person has the list: which columns, in which order and how wide, and how high its rows are. Immutable.</summary>
public sealed record GridLook
{
    /// <summary>The narrowest a column gets, in CSS pixels.</summary>
    public const int Narrowest = 44;

    /// <summary>The widest a column gets, in CSS pixels.</summary>
    public const int Widest = 1200;

    /// <summary>By how much a key changes a width, in CSS pixels.</summary>
    public const int Step = 16;

    private const int PickWidth = 44;

    /// <summary>The list's own look.</summary>
    public static GridLook Default { get; } = new();

    /// <summary>Every column once, in the person's order, also those that are not shown.</summary>
    public ImmutableArray<ColumnPreference> Columns { get; private init; } = [.. GridColumn.All.Select(column => new ColumnPreference(column.Sort))];

    public GridDensity Density { get; private init; }

    /// <summary>The columns that are shown, in order.</summary>
    public ImmutableArray<GridColumn> Shown => field.IsDefault ? field = [.. Columns.Where(column => column.Shown).Select(column => GridColumn.Of(column.Column))] : field;

    /// <summary>Tracks and heights as the grid's style sheet reads them.</summary>
    public string Style => field ??= string.Create(
        CultureInfo.InvariantCulture,
        $"--wide-row-height:{RowHeight}px;--wide-least:{Least}px;--wide-columns:{PickWidth}px {string.Join(' ', Shown.Select(column => $"var(--w-{column.Sort},{column.Track})"))}{Widths}");

    private int RowHeight => Density switch
    {
        GridDensity.Compact => 28,
        GridDensity.Roomy => 48,
        _ => 36,
    };

    private int Least => PickWidth + Shown.Sum(column => WidthOf(column.Sort) ?? column.Least);

    private string Widths => string.Concat(Columns.Where(column => column.Width is not null).Select(column => $";--w-{column.Column}:{column.Width}px"));

    /// <summary>What a person's preferences say. Columns they do not name stand where the list has them; what makes no sense counts as not said.</summary>
    public static GridLook Of(PersonPreferences preferences)
    {
        var named = preferences.Columns.Where(column => Enum.IsDefined(column.Column)).DistinctBy(column => column.Column)
            .Select(column => column with { Shown = column.Shown || column.Column == InboxColumn.Subject, Width = Clamp(column.Width) })
            .ToImmutableArray();
        foreach (var (index, own) in GridColumn.All.Index())
        {
            if (!named.Any(column => column.Column == own.Sort)) named = named.Insert(Math.Min(index, named.Length), new ColumnPreference(own.Sort));
        }

        return new GridLook { Columns = named, Density = Enum.IsDefined(preferences.Density) ? preferences.Density : default };
    }

    /// <summary>The preferences with this look in them; the list's own columns are not written down, so that they may change.</summary>
    public PersonPreferences In(PersonPreferences preferences) =>
        preferences with { Columns = Columns.SequenceEqual(Default.Columns) ? [] : Columns, Density = Density };

    /// <summary>The width a person has chosen, in CSS pixels; <see langword="null"/> for the list's own.</summary>
    public int? WidthOf(InboxColumn column) => Columns[IndexOf(column)].Width;

    public bool IsShown(InboxColumn column) => Columns[IndexOf(column)].Shown;

    /// <summary>Whether a column can be left out: the subject can't, it is what the list is for.</summary>
    public static bool CanHide(InboxColumn column) => column != InboxColumn.Subject;

    /// <summary>The same with rows of another height.</summary>
    public GridLook WithDensity(GridDensity density) => new() { Columns = Columns, Density = density };

    /// <summary>The same with a column shown or left out.</summary>
    public GridLook Show(InboxColumn column, bool shown) => Change(column, old => old with { Shown = shown || !CanHide(column) });

    /// <summary>The same with a column as wide as asked, within bounds; <see langword="null"/> for the list's own width.</summary>
    public GridLook Resize(InboxColumn column, int? width) => Change(column, old => old with { Width = Clamp(width) });

    /// <summary>The same with a column beside its next shown neighbour to the left (-1) or right (1); as it is at the edge.</summary>
    public GridLook Move(InboxColumn column, int by) =>
        Neighbour(column, by) is { } beside ? MoveBeside(column, beside, after: by > 0) : this;

    /// <summary>The next shown column to the left (-1) or right (1), if there is one.</summary>
    public InboxColumn? Neighbour(InboxColumn column, int by)
    {
        for (var index = IndexOf(column) + by; index >= 0 && index < Columns.Length; index += by)
        {
            if (Columns[index].Shown) return Columns[index].Column;
        }

        return null;
    }

    /// <summary>The same with a column right before or after another.</summary>
    public GridLook MoveBeside(InboxColumn column, InboxColumn beside, bool after)
    {
        if (column == beside) return this;
        var moved = Columns[IndexOf(column)];
        var others = Columns.Remove(moved);
        var at = others.Select(other => other.Column).ToList().IndexOf(beside);
        return With(others.Insert(after ? at + 1 : at, moved));
    }

    /// <summary>What has become of a shown column, in words.</summary>
    public string Describe(InboxColumn column, GridLook before)
    {
        var title = GridColumn.Of(column).Title;
        var (place, was) = (PlaceOf(column), before.PlaceOf(column));
        if (place != was) return $"{title} is now column {place} of {Shown.Length}.";
        if (WidthOf(column) != before.WidthOf(column)) return WidthOf(column) is { } width ? $"{title} is {width} pixels wide." : $"{title} has its own width again.";
        return $"{title} stays as it is.";
    }

    /// <inheritdoc />
    public bool Equals(GridLook? other) => other is not null && Density == other.Density && Columns.SequenceEqual(other.Columns);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Density, Columns.Length);

    private static int? Clamp(int? width) => width is { } pixels ? Math.Clamp(pixels, Narrowest, Widest) : null;

    private int IndexOf(InboxColumn column) => Columns.Select(known => known.Column).ToList().IndexOf(column);

    private int PlaceOf(InboxColumn column) => Shown.IndexOf(GridColumn.Of(column)) + 1;

    private GridLook Change(InboxColumn column, Func<ColumnPreference, ColumnPreference> change) =>
        With(Columns.SetItem(IndexOf(column), change(Columns[IndexOf(column)])));

    // Made anew: what is worked out from the columns must not come along.
    private GridLook With(ImmutableArray<ColumnPreference> columns) => new() { Columns = columns, Density = Density };
}
