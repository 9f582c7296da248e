using System.Diagnostics;
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

    /// <summary>A step takes less than a minute where nothing else runs; the whole then takes five.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly int[] Rows = [10_000, 1_000_000];
    private static readonly int[] Circuits = [1, 50, 200];

    /// <summary>Measures and prints the table, in Markdown, and on the error stream what it is about. All pages are one person's.</summary>
    /// <returns>0, or 1 where a step took too long: the process's exit code.</returns>
    public static async Task<int> PrintAsync(TextWriter output)
    {
        try
        {
            await MeasureAsync(output);
            return 0;
        }
        catch (TimeoutException late)
        {
            await Console.Error.WriteLineAsync(late.Message);
            return 1;
        }
    }

    private static async Task MeasureAsync(TextWriter output)
    {
        using var app = await StepAsync("Publishing the app", PublishedApp.PublishAsync());
        await output.WriteLineAsync("| rows | circuits | open, plain KB | open, wire KB | jump, plain KB | jump, wire KB | jump, messages | jump, server CPU ms | page, managed KB | after jumps, managed KB |");
        await output.WriteLineAsync("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var rows in Rows)
        {
            await using var site = await StepAsync($"Starting the servers for {rows} rows", Site.StartAsync(app, rows));
            using var browser = await StepAsync("Signing in and connecting", site.WelcomeAsync(Person.All[0]));
            // As many as will be measured, of which some stay: what all pages share is not counted, nor the room that so many connections take.
            await using var others = await StepAsync("Loading the rows", OpenPages.OpenAsync(site, [browser], OtherPages));
            await using (var warm = await StepAsync($"Opening {Circuits[^1]} pages", OpenPages.OpenAsync(site, [browser], Circuits[^1])))
                await StepAsync("Warming up", warm.JumpAsync(WarmUpJumps / Circuits[^1]));
            foreach (var circuits in Circuits)
                await output.WriteLineAsync(await StepAsync($"Measuring {circuits} of them", LineAsync(site, browser, circuits)));
        }
    }

    /// <summary>Waits for a step, but not for good: what hangs ends the run with its name.</summary>
    private static async Task<T> StepAsync<T>(string name, Task<T> step)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await step.WaitAsync(Patience);
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
            return result;
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{name} took more than {Patience.TotalMinutes} minutes. {late.Message}", late);
        }
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

        // What one page holds is less than what the server itself holds at one time more than at another.
        string Each(long held) => circuits == 1 ? "–" : Kilo((double)(held - closed) / circuits);
    }

    private static string Kilo(double bytes) => (bytes / 1_000).ToString(bytes < 10_000 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
