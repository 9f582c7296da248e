using Dashboard.Web.Data;

namespace Dashboard.Web.Identity;

/// <summary>Looks again and again whether the sessions of open pages still live, one look for all of them, and writes down which were used.</summary>
internal sealed partial class SessionWatch(Sessions sessions, TimeProvider time, ILogger<SessionWatch> log) : BackgroundService
{
    /// <summary>Time between looks: what is ended in another process closes here within it, well below the half minute that is promised.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(() => sessions.WriteUseAsync(everything: true, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // Apart: a full disk keeps nobody signed in who was signed out.
                await TryAsync(() => sessions.WriteUseAsync(everything: false, stoppingToken));
                await TryAsync(() => sessions.CloseOverAsync(stoppingToken));
            }
        }
        catch (OperationCanceledException)
        {
            // The app stops.
        }
    }

    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception trouble) when (DatabaseTrouble.IsIn(trouble))
        {
            LogTrouble(log, trouble);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database can't be read or written, so the sessions are looked at again later.")]
    private static partial void LogTrouble(ILogger logger, Exception trouble);
}
