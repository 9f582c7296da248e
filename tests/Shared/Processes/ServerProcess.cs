using System.Diagnostics;

namespace Dashboard.Testing;

/// <summary>A server in a process of its own, which ends with this object.</summary>
public sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task _exited;

    private ServerProcess(Process process, Task exited) => (_process, _exited) = (process, exited);

    /// <summary>Processor time since the start, of all threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public int Id => _process.Id;

    /// <summary>Waits until it has ended; what it said last may still be on its way.</summary>
    public Task ExitedAsync(CancellationToken cancellationToken) => _exited.WaitAsync(cancellationToken);

    /// <summary>Kills it (SIGKILL): it gets to do nothing more.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        // With a limit it does not wait for the end of its output, too, which whoever inherited it could hold open.
        if (!_process.WaitForExit(Patience))
            throw new TimeoutException($"The process {_process.Id} does not end.");
    }

    /// <summary>Starts a server and answers once it has said that it is ready.</summary>
    /// <param name="assembly">The .dll to start.</param>
    /// <param name="environment">Its settings; what this process itself was told about an ASP.NET Core app is left out.</param>
    /// <param name="ready">Whether this line of its output is the last one of interest.</param>
    /// <param name="listen">Hears each line after that one.</param>
    /// <returns>The server, and its output up to that line.</returns>
    public static async Task<(ServerProcess Server, IReadOnlyList<string> Said)> StartAsync(
        string assembly, IEnumerable<KeyValuePair<string, string>> environment, Func<string, bool> ready, Action<string>? listen = null)
    {
        var start = new ProcessStartInfo("dotnet", [assembly]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || name == "DOTNET_ENVIRONMENT").ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var said = new List<string>();
        var isReady = new TaskCompletionSource();
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        // Read to the end: a full pipe would hold the server up.
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) =>
        {
            exited.TrySetResult();
            isReady.TrySetException(new InvalidOperationException($"{Path.GetFileName(assembly)} ended.\n{string.Join('\n', said)}"));
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, exited.Task);
        try
        {
            await isReady.Task.WaitAsync(Patience);
            return (server, said);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        void Hear(string? line)
        {
            if (line is null)
                return;
            if (isReady.Task.IsCompleted)
            {
                listen?.Invoke(line);
                return;
            }

            said.Add(line);
            if (ready(line))
                isReady.TrySetResult();
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
