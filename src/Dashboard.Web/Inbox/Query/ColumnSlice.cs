using Dashboard.Web.Connections;

namespace Dashboard.Web.Inbox.Query;

/// <summary>Some rows of one zone, column by column; every column has the same length.</summary>
internal readonly ref struct ColumnSlice
{
    /// <summary>The most rows of one slice; keeps the working space of a filter on the stack.</summary>
    public const int MaxRows = 16_384;

    public required Zone Zone { get; init; }

    /// <summary>What the person calls the connection; <see langword="null"/> where there is none.</summary>
    public string? Connection { get; init; }

    /// <summary>Highest first.</summary>
    public required ReadOnlySpan<UInt128> Ids { get; init; }

    /// <summary>Numbers of the subjects the filter was compiled with.</summary>
    public required ReadOnlySpan<int> Subjects { get; init; }

    public required ReadOnlySpan<int> Types { get; init; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public required ReadOnlySpan<long> Created { get; init; }

    /// <summary>UTC milliseconds since 1970, or <see cref="StoredRow.Unread"/>.</summary>
    public required ReadOnlySpan<long> Read { get; init; }

    /// <summary>A bit for every row: whether it is leaving, so that no test finds it; empty where none is.</summary>
    public ReadOnlySpan<ulong> Leaving { get; init; }

    /// <summary>A bit for every row: whether the person is done with it; empty where none is.</summary>
    public ReadOnlySpan<ulong> Done { get; init; }

    public int Count => Ids.Length;
}
