using Dashboard.Web.Inbox;

namespace Dashboard.Web.Export;

/// <summary>Notifications for spreadsheets. An id of more digits than a spreadsheet shows in full begins with an apostrophe and so is text.</summary>
internal sealed class CsvFile : IExportFile
{
    /// <summary>Excel writes numbers of more digits as 1.23E+19, and keeps only 15 of them.</summary>
    private const int LongestNumber = 11;

    private static readonly string[] Columns = ["id", "zone", "type", "subject", "created", "read", "done", "link"];

    public string ContentType => "text/csv; charset=utf-8";

    public string Extension => "csv";

    public Task WriteAsync(IEnumerable<InboxRow> rows, Stream output, Func<NotificationKey, string> linkTo, CancellationToken cancellationToken) =>
        CsvText.WriteAsync(output, Columns, async csv =>
        {
            foreach (var row in rows)
            {
                csv.WriteField(IdOf(row));
                csv.WriteField(row.Key.Zone);
                csv.WriteField(row.Type);
                csv.WriteField(row.Subject);
                csv.WriteField(ExportTime.Text(row.Created));
                csv.WriteField(row.Read is { } read ? ExportTime.Text(read) : "");
                csv.WriteField(row.IsDone ? "true" : "false");
                csv.WriteField(linkTo(row.Key));
                await csv.NextRecordAsync();
            }
        }, cancellationToken);

    private static string IdOf(InboxRow row) => row.Key.Id.ToString() is { Length: > LongestNumber } digits ? $"'{digits}" : row.Key.Id.ToString();
}
