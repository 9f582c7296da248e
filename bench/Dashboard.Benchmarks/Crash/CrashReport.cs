using System.Globalization;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Testing.Crash;

namespace Dashboard.Benchmarks.Crash;

/// <summary>Kills the published app again and again in the middle of a deletion, and says what was lost or done twice.</summary>
internal static class CrashReport
{
    /// <summary>Waiting is most of a run.</summary>
    private const int AtOnce = 3;

    /// <returns>0 where nothing was, else 1: the process's exit code.</returns>
    public static async Task<int> PrintAsync(TextWriter output, string[] arguments)
    {
        var count = Number("--kills", arguments) ?? 30;
        var seed = Number("--seed", arguments) ?? Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        using var app = await PublishedApp.PublishAsync();
        var outcomes = new List<CrashOutcome>();
        await Parallel.ForEachAsync(Plan(count, new Random(seed)), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (kills, cancellationToken) =>
        {
            var outcome = await CrashRun.RunAsync(app.Assembly, kills, cancellationToken);
            lock (outcomes)
            {
                outcomes.Add(outcome);
                output.WriteLine(outcome);
                foreach (var words in outcome.Verdict.Lost.Concat(outcome.Verdict.Doubled).Concat(outcome.Verdict.Misreported).Take(20))
                    output.WriteLine($"  {words}");
            }
        });
        var all = new DeletionVerdict(
            [.. outcomes.SelectMany(outcome => outcome.Verdict.Lost)],
            [.. outcomes.SelectMany(outcome => outcome.Verdict.Doubled)],
            [.. outcomes.SelectMany(outcome => outcome.Verdict.Misreported)]);
        output.WriteLine(all);
        return all.IsGood ? 0 : 1;
    }

    /// <summary>Every named point by turns, at a request of chance, and as many kills at any moment; so many kills in all.</summary>
    private static IEnumerable<IReadOnlyList<Kill>> Plan(int count, Random random)
    {
        const int Requests = CrashRun.Rows / CrashRun.BatchSize;
        CrashPoint[] named = [CrashPoint.Accepted, CrashPoint.AboutToBeSent, CrashPoint.OnItsWay, CrashPoint.Answered, CrashPoint.Recorded];
        for (var (turn, left) = (0, count); left > 0; turn++)
        {
            var point = named[turn / 2 % named.Length];
            IReadOnlyList<Kill> kills = turn % 2 == 1
                ? Kill.AtRandom(random, Requests)
                : point switch
                {
                    CrashPoint.Accepted => [new Kill(point)],
                    // Half of those that leave a request unanswered are killed again when they look for what became of it.
                    CrashPoint.AboutToBeSent => [new Kill(point, random.Next(1, Requests)), new Kill(CrashPoint.Looking)],
                    CrashPoint.Answered => [new Kill(point, random.Next(1, Requests)), new Kill(CrashPoint.Looked)],
                    _ => [new Kill(point, random.Next(1, Requests))],
                };
            kills = [.. kills.Take(left)];
            left -= kills.Count;
            yield return kills;
        }
    }

    private static int? Number(string name, string[] arguments) =>
        Array.IndexOf(arguments, name) is >= 0 and var place && place + 1 < arguments.Length ? int.Parse(arguments[place + 1], CultureInfo.InvariantCulture) : null;
}
