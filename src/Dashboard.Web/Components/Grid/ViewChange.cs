using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>Where a place in one view is found again in the view that replaces it.</summary>
/// <param name="Before">The view that was on screen.</param>
/// <param name="After">The view that takes its place.</param>
public readonly record struct ViewChange(IInboxView Before, IInboxView After)
{
    /// <summary>Rows looked at in each direction; past them the place itself is kept. Bounds the cost when nearly nothing survives.</summary>
    private const int Reach = 20_000;

    /// <summary>
    /// The position in <see cref="After"/> of the row that stands for the one at <paramref name="position"/> in <see cref="Before"/>:
    /// itself, else the nearest row below it that survived, else the nearest above; -1 where the new view is empty.
    /// </summary>
    public int Follow(int position)
    {
        if (After.Count == 0) return -1;

        var last = Before.Count - 1;
        for (var below = Math.Max(position, 0); below <= Math.Min(last, position + Reach); below++)
        {
            if (After.PositionOf(Before[below].Key) is var found and >= 0) return found;
        }

        for (var above = Math.Min(position, last); above >= Math.Max(0, position - Reach); above--)
        {
            if (After.PositionOf(Before[above].Key) is var found and >= 0) return found;
        }

        return Math.Clamp(position, 0, After.Count - 1);
    }
}
