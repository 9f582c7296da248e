using Dashboard.Sandbox.Hosting;

namespace Dashboard.Sandbox.Data;

/// <summary>Lets new notifications arrive, in an organization chosen by chance.</summary>
internal sealed class Arrivals(MakeData data, SandboxOptions options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.ArrivalsPerMinute == 0)
            return;

        var organizations = data.Accounts.SelectMany(account => account.Organizations).Distinct().ToArray();
        var random = new Random(options.Seed);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1) / options.ArrivalsPerMinute, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            data.Recur(organizations[random.Next(organizations.Length)], random);
    }
}
