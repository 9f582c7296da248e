using System.Globalization;
using Dashboard.Testing;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>What open inbox pages cost the server and the wire, a line for each number of rows and of pages.</summary>
internal static class CircuitReport
{
    private const int WarmUpJumps = 1_000;
    private const int OtherPages = 20;
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
            // As many as will be measured, of which some stay: what all pages share is not counted, nor the room that so many connections take.
            await using var others = await OpenPages.OpenAsync(site, [browser], OtherPages);
            await using (var warm = await OpenPages.OpenAsync(site, [browser], Circuits[^1]))
                await warm.JumpAsync(WarmUpJumps / Circuits[^1]);
            foreach (var circuits in Circuits)
                await output.WriteLineAsync(await LineAsync(site, browser, circuits));
        }

        return 0;
    }

    private static async Task<string> LineAsync(Site site, Browser browser, int circuits)
    {
        var pages = await OpenPages.OpenAsync(site, [browser], circuits);
        long opened, jumped;
        JumpCost jump;
        await using (pages)
        {
            opened = await site.ManagedBytesAsync();
            jump = await pages.JumpAsync(Math.Max(LeastJumpsEach, LeastJumps / circuits));
            jumped = await site.ManagedBytesAsync();
        }

        // Against what is left when they are closed: at the start the server may still hold buffers from loading the rows.
        var closed = await site.ManagedBytesAsync();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {site.Notifications:N0} | {circuits} | {Kilo(pages.PlainBytesEach)} | {Kilo(pages.WireBytesEach)} | {Kilo(jump.PlainBytes)} | {Kilo(jump.WireBytes)} | {jump.Messages:0} | {jump.ProcessorMilliseconds:0.00} | {Each(opened)} | {Each(jumped)} |");

        string Each(long held) => Kilo((double)(held - closed) / circuits);
    }

    private static string Kilo(double bytes) => (bytes / 1_000).ToString(bytes < 10_000 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
