using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dashboard.Web.Reading;

/// <summary>
/// Where bodies are made readable: each body once, away from the circuits' threads, and never on all processors, so that a body
/// written to be slow delays nobody's clicks.
/// </summary>
/// <param name="sanitizer">The first wall.</param>
/// <param name="time">Measures <see cref="Deadline"/>.</param>
/// <param name="log">Told of bodies the parser fails on, without their text.</param>
public sealed partial class ReadingRoom(IBodySanitizer sanitizer, TimeProvider time, ILogger<ReadingRoom> log) : IDisposable
{
    /// <summary>Longest time for one body, waiting for its turn included; after it the body is shown as text.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    // A body is a few KB: this keeps the latest thousand in about 16 MB.
    private readonly BodyCache _cache = new(mostBodies: 1_000, mostCharacters: 8 * 1024 * 1024);
    private readonly ConcurrentDictionary<string, Lazy<Task<ReadableBody>>> _underWay = new();
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>Makes a body readable, or gives the result kept from before.</summary>
    /// <param name="body">The notification's body as Make sent it.</param>
    /// <param name="makeHosts">
    /// The viewer's own Make hosts, the environment's and the zones', as <see cref="Uri.Authority"/> writes them: in lower case, with
    /// the port where it is not the scheme's own. A part on any other host is foreign, and a link to one is noted in the HTML.
    /// </param>
    /// <param name="cancellationToken">Ends this caller's waiting. The reading goes on for others who wait for the same body.</param>
    public async Task<ReadableBody> ReadAsync(string body, IReadOnlySet<string> makeHosts, CancellationToken cancellationToken)
    {
        var key = KeyOf(body, makeHosts);
        return _cache.Find(key)
            ?? await _underWay.GetOrAdd(key, _ => new(() => ReadOnceAsync(key, body, makeHosts))).Value.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private async Task<ReadableBody> ReadOnceAsync(string key, string body, IReadOnlySet<string> makeHosts)
    {
        using var deadline = new CancellationTokenSource(Deadline, time);
        try
        {
            await _turns.WaitAsync(deadline.Token);
            try
            {
                var read = await Task.Run(() => Read(body, makeHosts, deadline.Token), deadline.Token);
                _cache.Keep(key, read);
                return read;
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Not kept: the next time the server may be less busy.
            return AsText(body, "This message could not be prepared in time, so it is shown as plain text. Open it again to retry.");
        }
        catch (Exception failure)
        {
            // Whatever a body does to the parser, its reader still gets the words.
            LogUnreadable(failure, key);
            return AsText(body, "This message could not be read as HTML, so it is shown as plain text.");
        }
        finally
        {
            _underWay.TryRemove(key, out _);
        }
    }

    /// <summary>Makes a body readable on the caller's own thread, at the price of <see cref="BodyLimits"/>.</summary>
    /// <exception cref="OperationCanceledException">The time for this body is over.</exception>
    internal ReadableBody Read(string body, IReadOnlySet<string> makeHosts, CancellationToken cancellationToken)
    {
        var sanitized = sanitizer.Sanitize(body, makeHosts, cancellationToken);
        if (sanitized.Shown == BodyShape.Text) return AsText(body, sanitized.Notice);

        var found = BodyReader.Read(sanitized.Html, makeHosts, cancellationToken);
        return new ReadableBody
        {
            Html = sanitized.Html,
            Text = found.Text,
            Source = body,
            Shown = BodyShape.Html,
            Notice = sanitized.Notice,
            Parts = found.Parts,
            Details = found.Details,
        };
    }

    // Who has other hosts of their own sees other notes.
    private static string KeyOf(string body, IReadOnlySet<string> makeHosts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var host in makeHosts.Order(StringComparer.Ordinal)) hash.AppendData(MemoryMarshal.AsBytes((host + '\n').AsSpan()));
        hash.AppendData("\n"u8);
        hash.AppendData(MemoryMarshal.AsBytes(body.AsSpan()));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static ReadableBody AsText(string body, string? notice) => new()
    {
        Html = string.Empty,
        Text = body,
        Source = body,
        Shown = BodyShape.Text,
        Notice = notice,
        Parts = [],
        Details = [],
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Body {Hash} could not be read as HTML.")]
    private partial void LogUnreadable(Exception failure, string hash);
}
