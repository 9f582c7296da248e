using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Testing;
using Dashboard.Web.Export;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Identity;
using Dashboard.Web.Tests.Inbox;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Export;

/// <summary>Files over real HTTP.</summary>
public sealed class ExportTests
{
    private const string Alice = "alice@harbour.example";
    private const string Ben = "ben@harbour.example";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Csv_is_written_to_the_letter()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Notifications = 0, Zones = 2 });
        string[] subjects = ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@a", "\tq", "\rq", "\nq", "＝1", "say \"hi\", twice", "two\r\nlines", "فشل السيناريو \u202Eabc", " leading", "half \uD800"];
        var ids = new List<string>();
        foreach (var subject in subjects)
            ids.Add(await AddAsync(app, 1, subject));
        var far = await AddAsync(app, 2, "Far");
        using var watch = await app.WatchFilledAsync("Alice");
        using var browser = await SignInAsync(app, Alice);

        using var answer = await browser.FollowAsync(await browser.GetAsync("/export/csv?sort=zone,id", Cancellation), Cancellation);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        var portal = app.Dashboard.Address.GetLeftPart(UriPartial.Authority);
        string[] cells = ["\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "\"'+1\"", "\"'-1\"", "\"'@a\"", "\"'\tq\"", "\"'\rq\"", "\"'\nq\"", "\"'＝1\"", "\"say \"\"hi\"\", twice\"", "\"two\r\nlines\"", "فشل السيناريو \u202Eabc", "\" leading\"", "half \uFFFD"];
        var lines = cells.Zip(ids, (cell, id) => $"{id},eu1.make.example,1,{cell},2026-11-24T10:15:30.125Z,,false,{portal}/notifications/eu1.make.example/{id}\r\n");
        Assert.Equal(
            $"\uFEFFid,zone,type,subject,created,read,done,link\r\n{string.Concat(lines)}'{far},eu2.make.example,1,Far,2026-11-24T10:15:30.125Z,,false,{portal}/notifications/eu2.make.example/{far}\r\n",
            Encoding.UTF8.GetString(bytes));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", $"make-notifications-{app.Time.GetUtcNow():yyyy-MM-dd}.csv"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("is:unread zone:us2", "", null)]
    [InlineData("-zone:eu1 error", "subject,-id", null)]
    [InlineData("is:unread", "created", "failure")]
    public async Task Both_files_hold_the_rows_of_the_page_in_its_order(string query, string sort, string? group)
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Notifications = 2_400 });
        using var watch = await app.WatchFilledAsync("Alice");
        using var browser = await SignInAsync(app, Alice);
        var zone = watch.Inbox.Snapshot.Parts[3];
        watch.Inbox.Mark(zone.Connection.Id, zone.Zone.Domain, new ZoneMarks(RowMarks.Empty, RowMarks.Of(Snapshots.KeysOf(zone).Select(key => key.Id).Where(id => id.Value % 2 == 0))));
        var rows = watch.Inbox.Snapshot.View(InboxQuery.Parse(query, sort, group, out _)).Rows();
        var address = $"?q={Uri.EscapeDataString(query)}&sort={sort}&group={group}";

        var csv = await CsvAsync(await DownloadAsync(browser, "/export/csv" + address));
        using var json = JsonDocument.Parse(await DownloadAsync(browser, "/export/json" + address));

        Assert.NotEmpty(rows);
        Assert.Contains(rows, row => row.Key.Id.ToString().Length == 20);
        Assert.Contains(rows, row => row.IsDone);
        Assert.Equal(rows.Select(row => Line(row, ExportTime.Text)), csv.Select(cells => string.Join('|', cells)));
        Assert.Equal(rows.Select(row => Line(row, ExportTime.Text)), json.RootElement.EnumerateArray().Select(Line));
    }

    [Fact]
    public async Task Ticket_is_of_use_once_and_to_nobody_else()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = await SignInAsync(app, Alice);
        using var elsewhere = await SignInAsync(app, Alice);
        using var ben = await SignInAsync(app, Ben);
        using var nobody = new Browser(app.Dashboard.Address);
        var ticket = await TicketAsync(alice, "/export/csv");

        var (benGot, elsewhereGot, nobodyGot) = (await AskAsync(ben, ticket), await AskAsync(elsewhere, ticket), await AskAsync(nobody, ticket));
        var first = await AskAsync(alice, ticket);
        var second = await AskAsync(alice, ticket);

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.Found, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (benGot.Status, elsewhereGot.Status, nobodyGot.Status, first.Status, second.Status));
        Assert.Contains("Export again from the inbox", second.Text, StringComparison.Ordinal);
        Assert.Equal(benGot.Text, second.Text);
        Assert.DoesNotContain("make.example", benGot.Text + elsewhereGot.Text + nobodyGot.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticket_that_waits_too_long_is_gone()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = await SignInAsync(app, Alice);
        var (soon, late) = (await TicketAsync(alice, "/export/csv"), await TicketAsync(alice, "/export/json"));

        app.Time.Advance(ExportTickets.Lifetime - TimeSpan.FromSeconds(1));
        var inTime = await AskAsync(alice, soon);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var tooLate = await AskAsync(alice, late);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (inTime.Status, tooLate.Status));
    }

    [Fact]
    public async Task Browser_that_hangs_up_ends_the_writing()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var alice = await SignInAsync(app, Alice);
        var ticket = app.Get<ExportTickets>().Keep(await app.Dashboard.SignInOfAsync(alice), FrozenRows.Of(new EndlessView()), isPartial: false);
        Assert.Equal(ExportPhase.Waiting, ticket.Phase);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var download = alice.GetAsync(ticket.PathAs(ExportFormat.Csv), gone.Token);
        await Wait.UntilAsync(() => ticket is { Phase: ExportPhase.Running, Written: > 0 });

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);

        await Wait.UntilAsync(() => ticket.Phase == ExportPhase.Stopped);
        Assert.InRange(ticket.Written, 1, int.MaxValue - 1);
        Assert.DoesNotContain(app.Dashboard.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/export/csv?q=is:starred", HttpStatusCode.BadRequest, "Position 4")]
    [InlineData("/export/json?sort=colour", HttpStatusCode.BadRequest, "Order not understood")]
    [InlineData("/export/json?group=colour", HttpStatusCode.BadRequest, "not understood")]
    [InlineData("/export/csv?q=%3Cscript%3E(", HttpStatusCode.BadRequest, "not understood")]
    [InlineData("/export/csv?tz=Nowhere", HttpStatusCode.BadRequest, "Europe/Prague")]
    [InlineData("/export/csv/0123", HttpStatusCode.NotFound, "Export again from the inbox")]
    public async Task What_cannot_be_exported_says_why(string address, HttpStatusCode status, string words)
    {
        await using var app = await ConnectedApp.StartAsync();
        using var watch = await app.WatchFilledAsync("Alice");
        using var alice = await SignInAsync(app, Alice);

        var answer = await AskAsync(alice, address);

        Assert.Equal(status, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">Back to the inbox</a>", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_that_is_not_there_yet_gives_no_empty_file()
    {
        await using var app = await ConnectedApp.StartAsync();
        using var alice = await SignInAsync(app, Alice);
        var unconnected = await AskAsync(alice, "/export/csv");
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Operation = ApiOperation.List });
        await app.ConnectAsync("Alice");
        using var watch = await app.WatchAsync("Alice");
        await app.UntilAsync(watch.Inbox, now => now.Parts.Count > 0 && now.Parts.All(part => part.State.Phase == ZonePhase.Behind));
        var opening = await AskAsync(alice, "/export/csv");
        app.Sandbox.ClearFaults();
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Status = 401 });
        watch.Inbox.RefreshNow();
        await app.UntilAsync(watch.Inbox, now => now.Parts.All(part => part.State.Phase == ZonePhase.Unreadable));
        var refused = await AskAsync(alice, "/export/csv");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable, HttpStatusCode.Conflict), (unconnected.Status, opening.Status, refused.Status));
        Assert.Contains("Connect first", unconnected.Text, StringComparison.Ordinal);
        Assert.Contains("still being fetched", opening.Text, StringComparison.Ordinal);
        Assert.Contains("/settings/connections", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_of_what_is_loaded_so_far_says_so_in_its_name()
    {
        await using var app = await ConnectedApp.StartAsync(RunningDashboard.Small with { Zones = 2 });
        app.Sandbox.Add(new() { Kind = FaultKind.Status, Operation = ApiOperation.List, ZoneId = 2 });
        await app.ConnectAsync("Alice");
        using var watch = await app.WatchAsync("Alice");
        var loaded = await app.UntilAsync(watch.Inbox, now => now.Parts is [{ State.Phase: ZonePhase.InStep }, { State.Phase: ZonePhase.Behind }]);
        using var alice = await SignInAsync(app, Alice);

        using var answer = await alice.FollowAsync(await alice.GetAsync("/export/csv", Cancellation), Cancellation);

        Assert.EndsWith("-loaded-so-far.csv", answer.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.Equal(loaded.Count, (await CsvAsync(await answer.Content.ReadAsStringAsync(Cancellation))).Count);
    }

    private static async Task<Browser> SignInAsync(ConnectedApp app, string email)
    {
        var browser = new Browser(app.Dashboard.Address);
        (await browser.SignInAsync(email, cancellationToken: Cancellation)).Dispose();
        return browser;
    }

    private static async Task<string> AddAsync(ConnectedApp app, int zone, string subject)
    {
        using var person = Person.Named("Alice", app.Sandbox);
        var answer = await person.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = Alice, zone, subject, created = "2026-11-24T10:15:30.125Z" });
        return answer.Ids.Single();
    }

    private static async Task<string> TicketAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address, Cancellation);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<string> DownloadAsync(Browser browser, string address)
    {
        using var answer = await browser.FollowAsync(await browser.GetAsync(address, Cancellation), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>The cells of the file without its link, as a program reads them that knows of the apostrophe.</summary>
    private static async Task<List<string[]>> CsvAsync(string text)
    {
        using var reader = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        await reader.ReadAsync();
        reader.ReadHeader();
        Assert.Equal(["id", "zone", "type", "subject", "created", "read", "done", "link"], reader.HeaderRecord!);
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, 7).Select(cell => reader.GetField(cell)!.TrimStart('\''))]);
        return rows;
    }

    private static string Line(InboxRow row, Func<DateTimeOffset, string> time) =>
        $"{row.Key.Id}|{row.Key.Zone}|{row.Type}|{row.Subject}|{time(row.Created)}|{(row.Read is { } read ? time(read) : "")}|{(row.IsDone ? "true" : "false")}";

    private static string Line(JsonElement row) =>
        $"{row.GetProperty("id").GetString()}|{row.GetProperty("zone").GetString()}|{row.GetProperty("type").GetInt32()}|{row.GetProperty("subject").GetString()}|{row.GetProperty("created").GetString()}|{row.GetProperty("read").GetString()}|{row.GetProperty("done").GetRawText()}";
}
