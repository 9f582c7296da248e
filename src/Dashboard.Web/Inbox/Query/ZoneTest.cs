using System.Diagnostics;
using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox.Query;

/// <summary>All rows of a slice are of one zone: decided once for the slice.</summary>
internal sealed class ZoneTest(string wanted) : RowTest
{
    /// <summary>Whether a query may name the zone so: by its domain, the first label of it, or its name.</summary>
    public static bool IsNamed(Zone zone, string wanted) =>
        Is(zone.Domain, wanted) || Is(zone.Name, wanted) || Is(FirstLabel(zone.Domain), wanted);

    public override bool? Decide(in ColumnSlice slice) => IsNamed(slice.Zone, wanted);

    public override void Fill(in ColumnSlice slice, Span<ulong> matches) => throw new UnreachableException("The zone decides every slice.");

    private static ReadOnlySpan<char> FirstLabel(string domain) => domain.AsSpan(0, Math.Max(0, domain.IndexOf('.', StringComparison.Ordinal)));

    private static bool Is(ReadOnlySpan<char> name, string wanted) => name.Length > 0 && name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
