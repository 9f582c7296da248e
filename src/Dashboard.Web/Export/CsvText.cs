using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Dashboard.Web.Export;

/// <summary>
/// How every CSV file of the portal is written: RFC 4180 with the byte order mark that spreadsheets know UTF-8 by. A cell that begins like a
/// formula begins with an apostrophe and so is text.
/// </summary>
internal static class CsvText
{
    private const int BufferSize = 32 * 1024;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        // OWASP's list for CSV injection: a line feed too, and the wide forms that some spreadsheets take for the narrow ones.
        InjectionCharacters = ['=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20'],
    };

    /// <summary>Writes a file.</summary>
    /// <param name="output">Where to; left open.</param>
    /// <param name="columns">The first line.</param>
    /// <param name="rows">Writes the others, each ended by <see cref="CsvWriter.NextRecordAsync"/>.</param>
    /// <param name="cancellationToken">Gives up; what was written stays.</param>
    public static async Task WriteAsync(Stream output, IEnumerable<string> columns, Func<CsvWriter, Task> rows, CancellationToken cancellationToken)
    {
        var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), BufferSize, leaveOpen: true);
        var csv = new CsvWriter(text, Format, leaveOpen: true);
        foreach (var column in columns)
            csv.WriteField(column);
        await csv.NextRecordAsync();
        await rows(csv);
        // Not disposed of, since that would write once more, to a reader who may be gone.
        await text.FlushAsync(cancellationToken);
    }
}
