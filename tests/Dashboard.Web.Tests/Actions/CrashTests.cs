using Dashboard.Testing.Crash;

namespace Dashboard.Web.Tests.Actions;

/// <summary>The app's process is killed for real in the middle of a deletion of 5,000 rows: nothing is lost, and nothing is done twice.</summary>
public sealed class CrashTests(CrashTests.Runs runs) : IClassFixture<CrashTests.Runs>
{
    [Theory]
    [InlineData("accepted")]
    [InlineData("about to be sent")]
    [InlineData("on its way")]
    [InlineData("answered")]
    [InlineData("recorded")]
    [InlineData("at random, 1")]
    [InlineData("at random, 2")]
    [InlineData("at random, 3")]
    public async Task Killed_process_loses_nothing_and_doubles_nothing(string when)
    {
        var outcome = await runs.All[when];

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {runs.Seed}: {outcome}");
        Assert.True(outcome.Verdict.IsGood, $"Seed {runs.Seed}, {outcome}\n{string.Join('\n', outcome.Verdict.Lost.Concat(outcome.Verdict.Doubled).Concat(outcome.Verdict.Misreported).Take(20))}");
        Assert.True(outcome.Died > 0 || when.StartsWith("at random", StringComparison.Ordinal), $"Nothing was killed: {outcome}");
    }

    /// <summary>All of them, some at a time: most of each is waiting for a lease to run out and a request's timeout to pass.</summary>
    public sealed class Runs : IAsyncLifetime
    {
        private const int AtOnce = 4;

        private readonly CancellationTokenSource _enough = new();

        public int Seed { get; } = Random.Shared.Next();

        public IReadOnlyDictionary<string, Task<CrashOutcome>> All { get; private set; } = new Dictionary<string, Task<CrashOutcome>>();

        public ValueTask InitializeAsync()
        {
            const int Requests = CrashRun.Rows / CrashRun.BatchSize;
            var random = new Random(Seed);
            var gate = new SemaphoreSlim(AtOnce);
            All = new Dictionary<string, IReadOnlyList<Kill>>
            {
                ["accepted"] = [new Kill(CrashPoint.Accepted)],
                // Killed again at the look for what became of the request.
                ["about to be sent"] = [new Kill(CrashPoint.AboutToBeSent, 3), new Kill(CrashPoint.Looking)],
                ["on its way"] = [new Kill(CrashPoint.OnItsWay, 2)],
                ["answered"] = [new Kill(CrashPoint.Answered, 4), new Kill(CrashPoint.Looked)],
                ["recorded"] = [new Kill(CrashPoint.Recorded, 5)],
                ["at random, 1"] = Kill.AtRandom(random, Requests),
                ["at random, 2"] = Kill.AtRandom(random, Requests),
                ["at random, 3"] = Kill.AtRandom(random, Requests),
            }.ToDictionary(run => run.Key, run => RunAsync(gate, run.Value));
            return ValueTask.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            await _enough.CancelAsync();
            await Task.WhenAll(All.Values).ContinueWith(_ => { }, TaskScheduler.Default);
            _enough.Dispose();
        }

        private async Task<CrashOutcome> RunAsync(SemaphoreSlim gate, IReadOnlyList<Kill> kills)
        {
            await gate.WaitAsync(_enough.Token);
            try
            {
                return await CrashRun.RunAsync(Built.App, kills, _enough.Token);
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
