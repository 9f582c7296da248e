using System.Globalization;
using System.Text.Json;
using Dashboard.Web.Actions;

namespace Dashboard.Web.Export;

/// <summary>Writes actions as a file, one by one: what it needs does not grow with their number.</summary>
internal static class ActivityFile
{
    private const int BufferSize = 32 * 1024;

    private static readonly string[] Columns = ["id", "kind", "state", "accepted", "started", "ended", "asked", "changed", "kept"];

    public static Task WriteCsvAsync(IAsyncEnumerable<NotificationAction> actions, Stream output, CancellationToken cancellationToken) =>
        CsvText.WriteAsync(output, Columns, async csv =>
        {
            await foreach (var action in actions.WithCancellation(cancellationToken))
            {
                csv.WriteField(action.Id);
                csv.WriteField(NameOf(action.Kind));
                csv.WriteField(NameOf(action.State));
                csv.WriteField(ExportTime.Text(action.AcceptedAt));
                csv.WriteField(TextOf(action.StartedAt));
                csv.WriteField(TextOf(action.EndedAt));
                csv.WriteField(action.Asked);
                csv.WriteField(action.Changed);
                csv.WriteField(action.Kept);
                await csv.NextRecordAsync();
            }
        }, cancellationToken);

    public static async Task WriteJsonAsync(IAsyncEnumerable<NotificationAction> actions, Stream output, CancellationToken cancellationToken)
    {
        var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        await foreach (var action in actions.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            json.WriteString(Columns[0], action.Id.ToString(CultureInfo.InvariantCulture));
            json.WriteString(Columns[1], NameOf(action.Kind));
            json.WriteString(Columns[2], NameOf(action.State));
            json.WriteString(Columns[3], ExportTime.Text(action.AcceptedAt));
            json.WriteString(Columns[4], TextOf(action.StartedAt));
            json.WriteString(Columns[5], TextOf(action.EndedAt));
            json.WriteNumber(Columns[6], action.Asked);
            json.WriteNumber(Columns[7], action.Changed);
            json.WriteNumber(Columns[8], action.Kept);
            json.WriteEndObject();
            if (json.BytesPending > BufferSize)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }

    private static string? TextOf(DateTimeOffset? time) => time is { } known ? ExportTime.Text(known) : null;

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
