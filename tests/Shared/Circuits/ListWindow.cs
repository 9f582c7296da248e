namespace Dashboard.Testing.Circuits;

/// <summary>
/// The rows that the grid's module asks for in a window of 1280 by 800 at default density, as counted in Chromium: <c>[4990, 21, 4991]</c> for a
/// jump to the middle of 10,000. With the overview folded away, which asks for more rows, the list is 653 pixels high, its head and each row 36.
/// </summary>
internal static class ListWindow
{
    /// <summary>Rows in sight, the cut ones included.</summary>
    private const int Visible = 19;

    /// <summary>Rows above and below them after a jump, which heads nowhere.</summary>
    private const int Beyond = 1;

    /// <summary>The rows asked for after a jump.</summary>
    /// <param name="top">Position of the first row in sight.</param>
    /// <param name="total">Rows of the view.</param>
    public static (int First, int Count) Around(int top, int total)
    {
        var count = Math.Min(Visible + (2 * Beyond), total);
        return (Math.Min(Math.Max(top - Beyond, 0), total - count), count);
    }

    /// <summary>Places to jump to, all over the list and the same for the same seed: so far apart that no row is kept.</summary>
    public static IEnumerable<int> Places(int total, int seed)
    {
        if (total < 4 * Visible)
            throw new ArgumentException($"A list of {total} lines is too short to jump about in.", nameof(total));
        var random = new Random(seed);
        for (var last = 0; ;)
        {
            var place = random.Next(total - Visible);
            if (Math.Abs(place - last) <= Visible + (2 * Beyond))
                continue;
            yield return last = place;
        }
    }
}
