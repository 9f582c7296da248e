using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Dashboard.Testing;
using Dashboard.Web.Actions;
using Dashboard.Web.Export;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Export;

public sealed class ActivityExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_files_hold_ones_own_actions_latest_first()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var ben = await app.WatchFilledAsync("Ben");
        await ActAsync(app, watch.Inbox);
        await app.Get<Outbox>().SetDoneAsync(ben.Inbox, [ben.Inbox.Snapshot.View(new InboxQuery())[0].Key], true, Cancellation);
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        using var browser = await SignInAsync(app);

        using var csv = await browser.GetAsync("/export/activity/csv", Cancellation);
        using var json = JsonDocument.Parse(await (await browser.GetAsync("/export/activity/json", Cancellation)).Content.ReadAsStringAsync(Cancellation));

        var actions = await app.Get<ActivityLog>().ListAsync(watch.Inbox.Owner, ActivityFilter.Everything, 0, 10, Cancellation);
        var (delete, done) = (actions[0], actions[1]);
        Assert.Equal(
            "\uFEFFid,kind,state,accepted,started,ended,asked,changed,kept\r\n"
            + string.Create(CultureInfo.InvariantCulture, $"{delete.Id},delete,waiting,{ExportTime.Text(delete.AcceptedAt)},,,2,0,0\r\n")
            + string.Create(CultureInfo.InvariantCulture, $"{done.Id},done,ended,{ExportTime.Text(done.AcceptedAt)},{ExportTime.Text(done.AcceptedAt)},{ExportTime.Text(done.AcceptedAt)},1,1,0\r\n"),
            Encoding.UTF8.GetString(await csv.Content.ReadAsByteArrayAsync(Cancellation)));
        Assert.Equal("text/csv; charset=utf-8", csv.Content.Headers.ContentType!.ToString());
        Assert.True(csv.Headers.CacheControl!.NoStore);
        Assert.Equal($"activity-{app.Time.GetUtcNow():yyyy-MM-dd}.csv", csv.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(["delete", "done"], json.RootElement.EnumerateArray().Select(action => action.GetProperty("kind").GetString()));
        Assert.Equal([2, 1], json.RootElement.EnumerateArray().Select(action => action.GetProperty("asked").GetInt32()));
        Assert.Equal(JsonValueKind.Null, json.RootElement[0].GetProperty("ended").ValueKind);
    }

    [Theory]
    [InlineData("?kind=done", 1)]
    [InlineData("?kind=reopen", 0)]
    [InlineData("?day={0}", 2)]
    [InlineData("?day=2026-01-01&tz=Europe%2FPrague", 0)]
    public async Task Filter_of_the_page_is_the_filter_of_the_file(string filter, int count)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        var day = app.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ActAsync(app, watch.Inbox);
        app.Time.Advance(TimeSpan.FromMilliseconds(1));
        using var browser = await SignInAsync(app);

        using var json = JsonDocument.Parse(await (await browser.GetAsync("/export/activity/json" + string.Format(CultureInfo.InvariantCulture, filter, day), Cancellation)).Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(count, json.RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("?kind=everything")]
    [InlineData("?kind=7")]
    [InlineData("?day=today")]
    [InlineData("?tz=Nowhere")]
    public async Task What_is_not_understood_says_what_is_expected(string filter)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var browser = await SignInAsync(app);

        using var answer = await browser.GetAsync($"/export/activity/csv{filter}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Europe/Prague", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_answered_without_signing_in()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var stranger = new Browser(app.Dashboard.Address);

        using var answer = await stranger.GetAsync("/export/activity/json", Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Done with one, then a delete of two that waits.</summary>
    private static async Task ActAsync(ConnectedApp app, PersonalInbox inbox)
    {
        var rows = inbox.Snapshot.View(new InboxQuery().WithZone("eu1.make.example"));
        await app.Get<Outbox>().SetDoneAsync(inbox, [rows[0].Key], true, Cancellation);
        await app.Get<Outbox>().DeleteAsync(inbox, [rows[1].Key, rows[2].Key], Cancellation);
    }

    private static async Task<Browser> SignInAsync(ConnectedApp app)
    {
        var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync("alice@harbour.example", cancellationToken: Cancellation)).Dispose();
        return browser;
    }
}
