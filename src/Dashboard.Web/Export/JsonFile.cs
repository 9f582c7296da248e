using System.Text.Encodings.Web;
using System.Text.Json;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Export;

/// <summary>One array with an object a row. Ids are strings: they may be longer than what programs read as a number.</summary>
internal sealed class JsonFile : IExportFile
{
    private const int BufferSize = 32 * 1024;

    // A file, never part of a page: only what JSON itself demands is escaped.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string ContentType => "application/json";

    public string Extension => "json";

    public async Task WriteAsync(IEnumerable<InboxRow> rows, Stream output, Func<NotificationKey, string> linkTo, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(output, Format);
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Key.Id.ToString());
            json.WriteString("zone", row.Key.Zone);
            json.WriteNumber("type", row.Type);
            json.WriteString("subject", row.Subject);
            json.WriteString("created", ExportTime.Text(row.Created));
            json.WriteString("read", row.Read is { } read ? ExportTime.Text(read) : null);
            json.WriteBoolean("done", row.IsDone);
            json.WriteString("link", linkTo(row.Key));
            json.WriteEndObject();
            if (json.BytesPending > BufferSize)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }
}
