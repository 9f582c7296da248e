using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>Where a place among lines is found again among those that replace them.</summary>
/// <param name="Before">The lines that were on screen.</param>
/// <param name="After">The lines that take their place.</param>
public readonly record struct LineChange(GridLines Before, GridLines After)
{
    /// <summary>Lines looked at in each direction; past them the place itself is kept. Bounds the cost when nearly nothing survives.</summary>
    private const int Reach = 20_000;

    /// <summary>
    /// The place in <see cref="After"/> of what stands for the line at <paramref name="line"/> in <see cref="Before"/>: itself, else the
    /// nearest line below it that survived, else the nearest above; -1 where no line is left. For a row that is folded away the head of
    /// its group stands, for the head of a group that is no more its first row.
    /// </summary>
    public int Follow(int line)
    {
        if (After.Count == 0) return -1;

        var last = Before.Count - 1;
        for (var below = Math.Max(line, 0); below <= Math.Min(last, line + Reach); below++)
        {
            if (Find(below) is var found and >= 0) return found;
        }

        for (var above = Math.Min(line, last); above >= Math.Max(0, line - Reach); above--)
        {
            if (Find(above) is var found and >= 0) return found;
        }

        return Math.Clamp(line, 0, After.Count - 1);
    }

    private int Find(int line)
    {
        var key = Before[line].Key;
        return After.Place(key) is var found && found < 0 && key.Group is not null ? After.Place(new LineKey(Before.RowAt(line))) : found;
    }
}
