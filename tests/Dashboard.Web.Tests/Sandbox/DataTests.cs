using System.Net;
using System.Text.Json;
using Dashboard.Sandbox.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Sandbox;

public sealed class DataTests : SandboxTest
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Seed_decides_the_data()
    {
        var first = await RowsAsync(Small);

        Assert.Equal(first, await RowsAsync(Small));
        Assert.NotEqual(first, await RowsAsync(Small with { Seed = 2 }));

        static async Task<string> RowsAsync(SandboxOptions options)
        {
            await using var sandbox = await StartAsync(options, new FakeTimeProvider(Now));
            using var alice = Person.Named("Alice", sandbox);
            var list = await alice.ListAsync();
            var detail = await alice.GetAsync($"/api/v2/notifications/{list.Ids[^5]}?imtZoneId=1");
            return list.Body.GetRawText() + detail.Body.GetRawText();
        }
    }

    [Fact]
    public async Task Ten_thousand_look_like_a_working_company()
    {
        await using var sandbox = await StartAsync(Small with { Notifications = 10_000 }, new FakeTimeProvider(Now));
        using var alice = Person.Named("Alice", sandbox);

        var rows = new List<JsonElement>();
        for (var zone = 1; zone <= 4; zone++)
            rows.AddRange((await alice.GetAsync($"/api/v2/notifications?imtZoneId={zone}")).Rows);

        var bySubject = rows.CountBy(row => row.GetProperty("subject").GetString()!).Select(subject => subject.Value).OrderDescending().ToArray();
        Assert.Equal(10_000, rows.Count);
        Assert.InRange(bySubject.Length, 900, 1100);
        Assert.True(bySubject.Take(bySubject.Length / 20).Sum() > rows.Count / 2, "A twentieth of the scenarios causes most of the failures.");
        Assert.InRange(rows.Count(row => row.GetProperty("read").ValueKind == JsonValueKind.Null), 3000, 3700);
        Assert.Equal("2026-03-02T10:00:00.000Z", rows.Max(row => row.GetProperty("created").GetString()));
        Assert.All(rows.Select(row => row.GetProperty("created").GetString()!).Where(created => !created.StartsWith("2021", StringComparison.Ordinal)), created => Assert.True(string.CompareOrdinal(created, "2025-12-02") >= 0));
        Assert.Contains(rows, row => row.GetProperty("subject").GetString() == "Encountered error in Invoices <b>URGENT</b> & reminders scenario");
        Assert.Equal(14, rows.Count(row => row.GetProperty("subject").GetString()!.StartsWith("Encountered error in Hostile: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Million_is_held_in_little_memory_and_paged_to_its_end()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var sandbox = await StartAsync(Small with { Notifications = 1_000_000 });
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        using var alice = Person.Named("Alice", sandbox);

        var last = await alice.ListAsync("&pg[offset]=599997");

        Assert.Equal(["3", "2", "1"], last.Ids);
        var counts = (await alice.GetAsync("/sandbox/accounts")).Body.GetProperty("accounts").EnumerateArray().Take(3);
        Assert.All(counts, account => Assert.Equal(1_000_000, account.GetProperty("zones").EnumerateArray().Sum(zone => zone.GetProperty("notifications").GetInt32())));
        Assert.True(bytes / 3_000_000 <= 48, $"{bytes} bytes for three accounts of a million.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(21)]
    public async Task Account_has_as_many_as_asked(int notifications)
    {
        await using var sandbox = await StartAsync(Small with { Notifications = notifications });
        using var alice = Person.Named("Alice", sandbox);

        var accounts = (await alice.GetAsync("/sandbox/accounts")).Body.GetProperty("accounts").EnumerateArray().Take(3);

        Assert.All(accounts, account => Assert.Equal(notifications, account.GetProperty("zones").EnumerateArray().Sum(zone => zone.GetProperty("notifications").GetInt32())));
    }

    [Fact]
    public async Task Notification_added_at_run_time_is_the_newest_of_all_who_get_it()
    {
        await using var sandbox = await StartAsync(time: new FakeTimeProvider(Now));
        using var alice = Person.Named("Alice", sandbox);
        using var ben = Person.Named("Ben", sandbox);
        using var carol = Person.Named("Carol", sandbox);

        var alone = await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject = "Only Alice", type = 9, body = "<p>x</p>", created = Now.AddDays(-1) });
        var both = await alice.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "alice@harbour.example", zone = 1, subject = "Both", copies = true });

        Assert.Equal(["Both", "Only Alice"], (await alice.ListAsync("&pg[limit]=2")).Subjects);
        Assert.Equal("Both", (await ben.ListAsync("&pg[limit]=2")).Subjects[0]);
        Assert.DoesNotContain("Only Alice", (await ben.ListAsync("&pg[limit]=2")).Subjects);
        Assert.DoesNotContain("Both", (await carol.ListAsync()).Subjects);
        Assert.Equal((await alice.ListAsync("&pg[limit]=1")).Ids, both.Ids.Take(1));
        Assert.Equal(2, both.Ids.Distinct().Count());
        var detail = (await alice.GetAsync($"/api/v2/notifications/{alone.Ids[0]}?imtZoneId=1")).Body.GetProperty("notification");
        Assert.Equal(("2026-03-01T10:00:00.000Z", 9, "<p>x</p>"), (detail.GetProperty("created").GetString(), detail.GetProperty("type").GetInt32(), detail.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task Notification_for_nobody_is_refused()
    {
        await using var sandbox = await StartAsync();
        using var carol = Person.Named("Carol", sandbox);

        var answer = await carol.SendAsync(HttpMethod.Post, "/sandbox/notifications", new { account = "carol@bluebird.example", zone = 3, subject = "x" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Arrivals_come_at_their_pace()
    {
        var time = new FakeTimeProvider(Now);
        await using var sandbox = await StartAsync(Small with { ArrivalsPerMinute = 60 }, time);
        using var alice = Person.Named("Alice", sandbox);
        var before = await TotalAsync();

        while (await TotalAsync() < before + 5)
            time.Advance(TimeSpan.FromSeconds(1));

        async Task<int> TotalAsync() => (await alice.GetAsync("/sandbox/accounts")).Body.GetProperty("accounts").EnumerateArray()
            .Sum(account => account.GetProperty("zones").EnumerateArray().Sum(zone => zone.GetProperty("notifications").GetInt32()));
    }
}
