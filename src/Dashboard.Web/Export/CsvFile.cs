using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Export;

/// <summary>
/// RFC 4180 with the byte order mark that spreadsheets know UTF-8 by. What a spreadsheet would calculate, round or shorten begins with an
/// apostrophe and so is text: a cell that begins like a formula, and an id of more digits than it shows in full.
/// </summary>
internal sealed class CsvFile : IExportFile
{
    /// <summary>Excel writes numbers of more digits as 1.23E+19, and keeps only 15 of them.</summary>
    private const int LongestNumber = 11;

    private const int BufferSize = 32 * 1024;

    private static readonly string[] Columns = ["id", "zone", "type", "subject", "created", "read", "done", "link"];

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        // OWASP's list for CSV injection: a line feed too, and the wide forms that some spreadsheets take for the narrow ones.
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'],
    };

    public string ContentType => "text/csv; charset=utf-8";

    public string Extension => "csv";

    public async Task WriteAsync(IEnumerable<InboxRow> rows, Stream output, Func<NotificationKey, string> linkTo, CancellationToken cancellationToken)
    {
        var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), BufferSize, leaveOpen: true);
        var csv = new CsvWriter(text, Format, leaveOpen: true);
        foreach (var column in Columns)
            csv.WriteField(column);
        await csv.NextRecordAsync();
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

        // Not disposed of, since that would write once more, to a reader who may be gone.
        await text.FlushAsync(cancellationToken);
    }

    private static string IdOf(InboxRow row) => row.Key.Id.ToString() is { Length: > LongestNumber } digits ? $"'{digits}" : row.Key.Id.ToString();
}
