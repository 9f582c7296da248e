using System.Security.Cryptography;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Export;

/// <summary>Rows that were frozen for one download, and how far it is. Safe to look at from any thread.</summary>
public sealed class ExportTicket
{
    private readonly FrozenRows _rows;
    private int _written;
    private int _phase;

    internal ExportTicket(FrozenRows rows, bool isPartial) => (_rows, IsPartial) = (rows, isPartial);

    /// <summary>Names it in an address: 128 random bits.</summary>
    public string Id { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>How many rows the file will hold.</summary>
    public int Count => _rows.Count;

    /// <summary>How many were wanted and no longer exist.</summary>
    public int Gone => _rows.Gone;

    /// <summary>Older rows were still being loaded when it was made.</summary>
    public bool IsPartial { get; }

    /// <summary>Rows written so far.</summary>
    public int Written => Volatile.Read(ref _written);

    public ExportPhase Phase
    {
        get => (ExportPhase)Volatile.Read(ref _phase);
        private set => Volatile.Write(ref _phase, (int)value);
    }

    /// <summary>Nothing more will happen.</summary>
    public bool IsOver => Phase is ExportPhase.Done or ExportPhase.Stopped or ExportPhase.Expired;

    /// <summary>Where the browser fetches the file, once.</summary>
    public string PathAs(ExportFormat format) => $"{ExportEndpoints.PathOf(format)}/{Id}";

    internal async Task WriteAsync(IExportFile file, Stream output, Func<NotificationKey, string> linkTo, CancellationToken cancellationToken)
    {
        Phase = ExportPhase.Running;
        try
        {
            await file.WriteAsync(Counted(cancellationToken), output, linkTo, cancellationToken);
            Phase = ExportPhase.Done;
        }
        catch
        {
            Phase = ExportPhase.Stopped;
            throw;
        }
    }

    internal void Expire() => Phase = ExportPhase.Expired;

    private IEnumerable<InboxRow> Counted(CancellationToken cancellationToken)
    {
        foreach (var row in _rows.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
            Volatile.Write(ref _written, _written + 1);
        }
    }
}
