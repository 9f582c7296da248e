using System.Globalization;
using System.Text;

namespace Dashboard.Client.Tests;

/// <summary>A request as it arrived.</summary>
internal sealed record SentRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body, int Connection)
{
    /// <summary>Reads a request; null when the connection ends before one.</summary>
    public static async Task<SentRequest?> ReadAsync(Stream stream, int connection, CancellationToken token)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, token) == 0)
                return null;
            head.Append((char)one[0]);
        }

        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(h => h[0], h => h[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, token);
        var parts = lines[0].Split(' ');
        return new(parts[0], parts[1], headers, Encoding.UTF8.GetString(body), connection);
    }
}
