using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Sandbox.Hosting;

namespace Dashboard.Benchmarks.Soak;

/// <summary>Something goes wrong at Make every few seconds, never for long: all kinds, at every operation that matters.</summary>
internal static class SoakFaults
{
    private static readonly ApiOperation[] Operations = [ApiOperation.List, ApiOperation.Detail, ApiOperation.Mark, ApiOperation.Delete, ApiOperation.Unread];

    public static async Task<int> PlantAsync(SandboxServer sandbox, Random random, CancellationToken cancellationToken)
    {
        for (var planted = 0; ; planted++)
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(2 + (6 * random.NextDouble())), cancellationToken);
            }
            catch (OperationCanceledException)
            {
                sandbox.ClearFaults();
                return planted;
            }

            sandbox.Add(Any(random));
        }
    }

    private static Fault Any(Random random)
    {
        var operation = Operations[random.Next(Operations.Length)];
        var when = random.Next(2) == 0 ? FaultMoment.Before : FaultMoment.After;
        var times = random.Next(1, 4);
        return random.Next(6) switch
        {
            0 => new Fault { Kind = FaultKind.Delay, Operation = operation, When = when, Times = times, DelayMilliseconds = random.Next(100, 8_000) },
            1 => new Fault { Kind = FaultKind.Drop, Operation = operation, When = when, Times = times },
            2 => new Fault { Kind = FaultKind.Throttle, Operation = operation, Times = 1, RetryAfterSeconds = random.Next(1, 5) },
            3 => new Fault { Kind = FaultKind.PartialDelete, Operation = ApiOperation.Delete, Times = times, Refuse = random.Next(1, 3) },
            _ => new Fault { Kind = FaultKind.Status, Operation = operation, Times = times, Status = random.Next(2) == 0 ? 503 : 500 },
        };
    }
}
