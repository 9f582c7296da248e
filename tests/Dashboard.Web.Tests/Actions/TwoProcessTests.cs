using System.Diagnostics;
using System.Globalization;
using System.Net;
using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Testing.Crash;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Tests.Actions;

/// <summary>Two processes of the app on one database: who works on an action makes no difference to the person, nor does its end.</summary>
public sealed class TwoProcessTests
{
    private const int Rows = 600;

    private const int BatchSize = 10;

    [Fact]
    public async Task Action_accepted_by_one_process_shows_in_both_and_outlives_the_one_that_works_on_it()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(TimeSpan.FromMinutes(3));
        await using var site = await CrashSite.StartAsync(Built.App, Rows, new Dictionary<string, string?> { ["Actions:DeleteBatchSize"] = $"{BatchSize}" }, enough.Token);
        using var first = await site.StartPortalAsync();
        var one = await site.WelcomeAsync(first, enough.Token);
        using var second = await site.StartPortalAsync();
        var other = await site.WelcomeAsync(second, enough.Token);
        await Wait.UntilAsync(async cancellation => (await ShownAsync(one, site, cancellation)).Count == Rows && (await ShownAsync(other, site, cancellation)).Count == Rows);
        var rows = (await site.NewestAsync(Rows / 2, enough.Token)).ToHashSet();
        site.Sandbox.ClearLog();
        // Held up in the middle, so that the one at work can be killed at it.
        site.Sandbox.Add(new Fault { Kind = FaultKind.Delay, Operation = ApiOperation.Delete, DelayMilliseconds = 600_000, Skip = 3 });

        using var accepted = await one.DeleteAsync(rows, enough.Token);

        Assert.Equal(HttpStatusCode.Accepted, accepted!.StatusCode);
        Assert.Empty(rows.Intersect(await ShownAsync(one, site, enough.Token)));
        await Wait.UntilAsync(async cancellation => !rows.Overlaps(await ShownAsync(other, site, cancellation)));
        var id = (await one.LatestAsync(enough.Token))!.Value.GetProperty("id").GetString()!;
        Assert.Equal(id, (await other.LatestAsync(enough.Token))!.Value.GetProperty("id").GetString());

        await Wait.UntilAsync(() => Sent(site) >= 3);
        var holder = await HolderAsync(site);
        var (atWork, left, survivor) = first.Server.Id == holder ? (first, second, other) : (second, first, one);
        Assert.Equal(atWork.Server.Id, holder);
        atWork.Server.Kill();
        var sent = Sent(site);
        site.Sandbox.ClearFaults();
        var receipt = await survivor.OverAsync(enough.Token);

        Assert.InRange(sent, 3, Rows / 2 / BatchSize - 1);
        Assert.Equal(left.Server.Id, Process.GetProcessById(left.Server.Id).Id);
        Assert.Equal(rows, receipt.Changed);
        var verdict = DeletionAudit.Of(rows, receipt, site.Sandbox.Log, CrashSite.ChangeTimeout);
        Assert.True(verdict.IsGood, string.Join('\n', [.. verdict.Lost, .. verdict.Doubled, .. verdict.Misreported]));
        await Wait.UntilAsync(async cancellation => (await ShownAsync(survivor, site, cancellation)).Count == Rows / 2);

        // Both tell the same afterwards, too.
        using var third = await site.StartPortalAsync();
        var again = await site.WelcomeAsync(third, enough.Token);
        Assert.Equal((await survivor.GetAsync("/api/v1/actions", enough.Token)).GetRawText(), (await again.GetAsync("/api/v1/actions", enough.Token)).GetRawText());
        Assert.Equal(
            (await survivor.GetAsync($"/api/v1/actions/{id}", enough.Token)).GetRawText(), (await again.GetAsync($"/api/v1/actions/{id}", enough.Token)).GetRawText());
    }

    private static int Sent(CrashSite site) => site.Sandbox.Log.Count(call => call.Operation == ApiOperation.Delete);

    /// <summary>What the person's inbox shows at a process.</summary>
    private static async Task<HashSet<ZonedId>> ShownAsync(ActionScript script, CrashSite site, CancellationToken cancellationToken)
    {
        var ticket = await script.Browser.GetAsync("/export/json", cancellationToken);
        if (ticket.StatusCode == HttpStatusCode.ServiceUnavailable)
            return [];
        using var file = await script.Browser.FollowAsync(ticket, cancellationToken);
        var rows = System.Text.Json.JsonDocument.Parse(await file.Content.ReadAsStringAsync(cancellationToken)).RootElement;
        var zones = site.Alice.Organizations.ToDictionary(organization => organization.Zone.Domain, organization => organization.Zone.Id);
        return [.. rows.EnumerateArray().Select(row => new ZonedId(zones[row.GetProperty("zone").GetString()!], NotificationId.Parse(row.GetProperty("id").GetString()!)))];
    }

    /// <summary>The process that works on the only action.</summary>
    private static async Task<int> HolderAsync(CrashSite site)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(site.DataDirectory, "dashboard.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var question = database.CreateCommand();
        question.CommandText = "SELECT Holder FROM Actions";
        var holder = (string)(await question.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        return int.Parse(holder.Split('/')[1], CultureInfo.InvariantCulture);
    }
}
