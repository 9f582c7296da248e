using System.Diagnostics;

namespace Dashboard.Web.Inbox.Query;

/// <summary>All rows of a slice are of one connection: decided once for the slice.</summary>
internal sealed class ConnectionTest(string wanted) : RowTest
{
    /// <summary>Whether a query may name the connection so: as the person calls it, in upper or lower case.</summary>
    public static bool IsNamed(string? name, string wanted) => string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    public override bool? Decide(in ColumnSlice slice) => IsNamed(slice.Connection, wanted);

    public override void Fill(in ColumnSlice slice, Span<ulong> matches) => throw new UnreachableException("The connection decides every slice.");
}
