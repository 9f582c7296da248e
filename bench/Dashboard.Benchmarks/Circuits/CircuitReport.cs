using System.Globalization;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>What open inbox pages cost the server and the wire, a line for each number of rows and of pages.</summary>
internal static class CircuitReport
{
    private const int WarmUpJumps = 1_000;
    private const int LeastJumps = 500;
    private const int LeastJumpsEach = 10;

    private static readonly int[] Rows = [10_000, 1_000_000];
    private static readonly int[] Circuits = [1, 50, 200];

    /// <summary>Measures and prints the table, in Markdown. All pages are one person's.</summary>
    /// <returns>0: the process's exit code.</returns>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        await output.WriteLineAsync("| rows | circuits | open, plain KB | open, wire KB | jump, plain KB | jump, wire KB | jump, messages | jump, server CPU ms | page, managed KB | after jumps, managed KB |");
        await output.WriteLineAsync("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        using var app = await PublishedApp.PublishAsync();
        foreach (var rows in Rows)
        {
            await using var site = await Site.StartAsync(app, rows);
            using var browser = await site.WelcomeAsync(Person.All[0]);
            await using var first = await site.OpenAsync(browser);
            // As many as will be measured: the server keeps its pools of buffers when pages close.
            await using (var warm = await OpenPages.OpenAsync(site, [browser], Circuits[^1]))
                await warm.JumpAsync(WarmUpJumps / Circuits[^1]);
            foreach (var circuits in Circuits)
            {
                await using var pages = await OpenPages.OpenAsync(site, [browser], circuits);
                var opened = await pages.ManagedBytesEachAsync();
                var jump = await pages.JumpAsync(Math.Max(LeastJumpsEach, LeastJumps / circuits));
                var jumped = await pages.ManagedBytesEachAsync();
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {rows:N0} | {circuits} | {Kilo(pages.PlainBytesEach)} | {Kilo(pages.WireBytesEach)} | {Kilo(jump.PlainBytes)} | {Kilo(jump.WireBytes)} | {jump.Messages:0.00} | {jump.ProcessorMilliseconds:0.00} | {Kilo(opened)} | {Kilo(jumped)} |"));
            }
        }

        return 0;
    }

    private static string Kilo(double bytes) => (bytes / 1_000).ToString(bytes < 10_000 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
