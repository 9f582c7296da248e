using Dashboard.Web.Inbox;

namespace Dashboard.Web.Export;

/// <summary>Writes rows as a file, row by row: what it needs does not grow with their number.</summary>
internal interface IExportFile
{
    string ContentType { get; }

    /// <summary>What the file's name ends with, without a dot.</summary>
    string Extension { get; }

    /// <param name="rows">The rows, gone through once.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="linkTo">The address of a notification in this portal.</param>
    /// <param name="cancellationToken">Gives up; what was written stays.</param>
    Task WriteAsync(IEnumerable<InboxRow> rows, Stream output, Func<NotificationKey, string> linkTo, CancellationToken cancellationToken);
}
