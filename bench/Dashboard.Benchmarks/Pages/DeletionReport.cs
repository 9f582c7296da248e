using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Testing;

namespace Dashboard.Benchmarks.Pages;

/// <summary>What deleting costs the server: a hundred selected rows, and a hundred thousand.</summary>
internal static class DeletionReport
{
    private const int Notifications = 200_000;

    private const double Megabyte = 1_000_000;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    public static async Task<int> PrintAsync(TextWriter output)
    {
        using var app = await PublishedApp.PublishAsync();
        await using var site = await Site.StartAsync(app, Notifications);
        using var browser = await site.WelcomeAsync(Person.All[0]);
        var rows = await RowsAsync(browser, all => all.Length == Notifications);

        var few = new List<double>();
        for (var round = 0; round < 20; round++)
        {
            var (action, took) = await AcceptAsync(browser, rows[(round * 100)..((round + 1) * 100)]);
            few.Add(took.TotalMilliseconds);
            (await browser.PostJsonAsync($"{action}/undo")).Dispose();
        }

        few.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"delete of 100 of {Notifications:N0} rows, asked → accepted and out of the snapshot: median {few[few.Count / 2]:0.0} ms, worst {few[^1]:0.0} ms"));

        var before = await site.ManagedBytesAsync();
        var (many, accepted) = await AcceptAsync(browser, rows[..100_000]);
        var gone = Stopwatch.StartNew();
        if ((await RowsAsync(browser, _ => true)).Length != Notifications - 100_000)
            throw new InvalidOperationException("What was accepted is still shown.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"delete of 100,000 rows, asked → accepted and out of the snapshot: {accepted.TotalMilliseconds:0} ms; in a file without them: {gone.ElapsedMilliseconds} ms later"));

        var processor = site.ProcessorTime;
        var run = await OverAsync(browser, many);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  carried out: {(run.EndedAt - run.StartedAt).TotalSeconds:0.0} s, {run.Changed:N0} deleted, {(site.ProcessorTime - processor).TotalSeconds:0.0} s of processor time"));
        var after = await site.ManagedBytesAsync();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  managed memory: {before / Megabyte:0} MB before, {after / Megabyte:0} MB after; the most resident: {MostResident(site.ProcessId) / Megabyte:0} MB"));
        return run.Changed == 100_000 ? 0 : 1;
    }

    private static async Task<(string Action, TimeSpan Took)> AcceptAsync(Browser browser, IEnumerable<(string Zone, string Id)> rows)
    {
        var body = JsonSerializer.SerializeToElement(new { keys = rows.Select(row => new { zone = row.Zone, id = row.Id }) });
        var token = await browser.HeaderTokenAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        using var answer = await browser.PostJsonAsync("/api/v1/actions/delete", body, token);
        var took = watch.Elapsed;
        return answer.StatusCode == HttpStatusCode.Accepted
            ? (answer.Headers.Location!.OriginalString, took)
            : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>What the person's inbox shows, once it is so.</summary>
    private static async Task<(string Zone, string Id)[]> RowsAsync(Browser browser, Func<(string Zone, string Id)[], bool> holds)
    {
        while (true)
        {
            var ticket = await browser.GetAsync("/export/json");
            if (ticket.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                using var file = await browser.FollowAsync(ticket);
                var shown = (await file.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray()
                    .Select(row => (row.GetProperty("zone").GetString()!, row.GetProperty("id").GetString()!)).ToArray();
                if (holds(shown))
                    return shown;
            }

            await Task.Delay(Pace);
        }
    }

    private static async Task<(DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Changed)> OverAsync(Browser browser, string action)
    {
        var id = action[(action.LastIndexOf('/') + 1)..];
        while (true)
        {
            using var answer = await browser.GetAsync("/api/v1/actions?take=50");
            var found = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("actions").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
            if (found.GetProperty("state").GetString() == "ended")
                return (found.GetProperty("startedAt").GetDateTimeOffset(), found.GetProperty("endedAt").GetDateTimeOffset(), found.GetProperty("changed").GetInt32());
            await Task.Delay(Pace);
        }
    }

    private static long MostResident(int process) =>
        long.Parse(File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
}
