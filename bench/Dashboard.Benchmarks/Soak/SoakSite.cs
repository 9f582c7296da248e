using System.Collections.Concurrent;
using System.IO.Pipes;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;

namespace Dashboard.Benchmarks.Soak;

/// <summary>The published app as a process of its own, whose log is read to the end, and a sandbox in this one, so that what it was asked can be compared.</summary>
internal sealed class SoakSite : IAsyncDisposable
{
    /// <summary>How long a request for a change may be under way at Make.</summary>
    public static readonly TimeSpan ChangeTimeout = TimeSpan.FromSeconds(10);

    private const int Rows = 10_000;

    private readonly PortalProcess _portal;
    private readonly NamedPipeClientStream _memory;
    private readonly ConcurrentQueue<string> _troubles;

    private SoakSite(SandboxServer sandbox, PortalProcess portal, NamedPipeClientStream memory, ConcurrentQueue<string> troubles) =>
        (Sandbox, _portal, _memory, _troubles) = (sandbox, portal, memory, troubles);

    public SandboxServer Sandbox { get; }

    public Uri Address => _portal.Address;

    /// <summary>What the app has logged as an error.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    public static async Task<SoakSite> StartAsync(PublishedApp published, int pages)
    {
        var data = published.NewData().FullName;
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Port = 0,
            DataDirectory = Path.Combine(data, "sandbox"),
            Notifications = Rows,
            ArrivalsPerMinute = 30,
            RequestsPerMinute = 100_000,
        });
        var (pipe, troubles) = ($"dashboard-{Guid.NewGuid():N}", new ConcurrentQueue<string>());
        var portal = await PortalProcess.StartAsync(
            published.Assembly,
            data,
            sandbox.Settings.Concat(new Dictionary<string, string?>
            {
                ["Make:ChangeTimeout"] = ChangeTimeout.ToString(),
                ["Actions:UndoWindow"] = "00:00:02",
                ["Limits:PagesPerPerson"] = $"{pages + 1}",
                ["Limits:RequestsPerMinute"] = "100000",
            }),
            [KeyValuePair.Create("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location), KeyValuePair.Create(StartupHook.PipeVariable, pipe)],
            listen: line =>
            {
                if (line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal) || line.StartsWith("Unhandled exception", StringComparison.Ordinal))
                    troubles.Enqueue(line);
            });
        var memory = new NamedPipeClientStream(".", pipe, PipeDirection.InOut, PipeOptions.CurrentUserOnly);
        await memory.ConnectAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        return new SoakSite(sandbox, portal, memory, troubles);
    }

    /// <summary>Managed bytes that the app holds after full collections: the least of several looks, since work goes on meanwhile.</summary>
    public async Task<long> ManagedBytesAsync()
    {
        var least = long.MaxValue;
        var answer = new byte[sizeof(long)];
        for (var look = 0; look < 10; look++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
            _memory.WriteByte(0);
            await _memory.ReadExactlyAsync(answer);
            least = Math.Min(least, BitConverter.ToInt64(answer));
        }

        return least;
    }

    public async ValueTask DisposeAsync()
    {
        await _memory.DisposeAsync();
        _portal.Dispose();
        await Sandbox.DisposeAsync();
    }
}
