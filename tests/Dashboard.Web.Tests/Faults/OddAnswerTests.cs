using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Faults;
using Dashboard.Web.Components.Detail;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;
using Dashboard.Web.Tests.Sandbox;

namespace Dashboard.Web.Tests.Faults;

/// <summary>
/// Answers that come whole and are odd, over real HTTP: what is a row is shown as one, what can't be read is told of and takes no row away, and
/// all is as Make has it at the next look after the fault.
/// </summary>
public sealed class OddAnswerTests(FaultSite site) : IClassFixture<FaultSite>
{
    private const string Id = "900000000000000001";
    private const string Longest = "99999999999999999999999999999999999999";
    private const string BadId = "Make's answer cannot be read: notifications[0].id is not as Make documents it.";

    private static readonly string Megabyte = new('m', 1024 * 1024);

    /// <summary>Fault, fields of a row that stands before Make's own, and what the inbox shows of it: id, subject, whether it is unread.</summary>
    public static TheoryData<string, string, string, string, bool> Rows => new()
    {
        { "F14", """ "id":"18446744073709551616","subject":"past 64 bits" """, "18446744073709551616", "past 64 bits", true },
        { "F14", $$""" "id":"{{Longest}}","subject":"38 digits","read":"2026-01-01T00:00:00Z" """, Longest, "38 digits", false },
        { "F15", $$""" "id":"{{Id}}" """, Id, "", true },
        { "F15", $$""" "id":"{{Id}}","subject":null,"read":null,"created":null,"type":null """, Id, "", true },
        { "F15", $$""" "id":"{{Id}}","subject":5,"read":"","created":"0000-00-00","type":99 """, Id, "", true },
        { "F15", $$""" "id":"{{Id}}","subject":"far ahead","created":"9999-12-31T23:59:59.999Z" """, Id, "far ahead", true },
        { "F15", $$""" "id":"{{Id}}","subject":"no zone","created":"2021-05-14T11:18:43.340" """, Id, "no zone", true },
        { "F16", $$""" "id":"{{Id}}","subject":"a \ud800 b" """, Id, "a \uFFFD b", true },
        { "F16", $$""" "id":"{{Id}}","subject":"nul \u0000 rtl \u202e" """, Id, "nul \0 rtl \u202e", true },
        { "F16", $$""" "id":"{{Id}}","subject":"MEGABYTE" """, Id, "MEGABYTE", true },
    };

    /// <summary>Fault, fields of a row that stands before Make's own, and what is said beside the zone.</summary>
    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "F12", $$""" "id":"{{Id}}","subject":"{{string.Concat(Enumerable.Repeat("MEGABYTE", 17))}}" """, "Make's answer cannot be read: longer than 16777216 bytes." },
        { "F14", """ "id":"007","subject":"leading zeros" """, BadId },
        { "F14", $$""" "id":"{{new string('7', 300)}}","subject":"300 digits" """, BadId },
        { "F14", """ "id":7,"subject":"a number" """, BadId },
    };

    /// <summary>Fault, fields of the opened notification beside its id, and what stands in the message; with <c>!</c> what is said in its place.</summary>
    public static TheoryData<string, string, string> Details => new()
    {
        { "F12", """ "body":"MEGABYTEMEGABYTE" """, "!Make's answer cannot be read: longer than 1048576 bytes." },
        { "F15", """ "subject":null """, "" },
        { "F15", """ "subject":5,"read":"","created":"0000-00-00","type":99,"body":null """, "" },
        { "F15", """ "body":{"a":[1]} """, "" },
        { "F16", """ "body":"a \ud800 b" """, "a \uFFFD b" },
        { "F16", """ "subject":"\udc00","body":"nul \u0000 rtl \u202e" """, "nul rtl \u202e" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Row_with_odd_fields_is_shown_with_what_can_be_read_of_it_and_all_others_beside_it(string fault, string fields, string id, string subject, bool unread)
    {
        var cell = await FaultCell.BeginAsync(site, fault);
        var before = cell.Shown();
        await AnswerAsync(cell, own => own.Prepend($"{{{fields}}}"));

        cell.Inbox.RefreshNow();
        await Wait.UntilAsync(() => cell.Shown().Length > before.Length);

        Assert.Equal([(id, Long(subject), unread), .. before], cell.Shown());
        Assert.Equal((fault, null, ZonePhase.InStep), (fault, cell.Zone.Problem, cell.Zone.Phase));
        await cell.EndAsync(looks: true);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Answer_that_can_not_be_read_is_told_of_and_takes_no_row_away(string fault, string fields, string words)
    {
        var cell = await FaultCell.BeginAsync(site, fault);
        var before = cell.Shown();
        await AnswerAsync(cell, own => own.Prepend($"{{{fields}}}"));

        cell.Inbox.RefreshNow();
        await Wait.UntilAsync(() => cell.Zone.Problem is not null);

        Assert.Equal((fault, words, ZonePhase.Behind), (fault, cell.Zone.Problem, cell.Zone.Phase));
        Assert.Equal(before, cell.Shown());
        await cell.AssertAskedAsync(ApiOperation.List, 1);
        await cell.EndAsync(looks: true);
    }

    [Theory]
    [InlineData("each twice")]
    [InlineData("turned round")]
    [InlineData("the last one first as well")]
    public async Task Rows_that_come_doubled_or_in_another_order_are_shown_once_and_in_order(string how)
    {
        var cell = await FaultCell.BeginAsync(site, "F13");
        var before = cell.Shown();
        await AnswerAsync(cell, own => how switch
        {
            "each twice" => own.SelectMany(row => Enumerable.Repeat(row, 2)),
            "turned round" => Enumerable.Reverse(own),
            _ => own.Prepend(own[^1]),
        });

        await LookAsync(cell);

        Assert.Equal(before, cell.Shown());
        Assert.Equal((null, ZonePhase.InStep), (cell.Zone.Problem, cell.Zone.Phase));
        await cell.EndAsync(looks: true);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-3)]
    public async Task Count_of_unread_ones_that_disagrees_with_the_rows_is_shown_beside_them_where_it_counts_any(int unread)
    {
        var cell = await FaultCell.BeginAsync(site, "F17");
        var (before, counted) = (cell.Shown(), cell.Zone.Unread);
        await AnswerAsync(cell, own => own, unread);

        await LookAsync(cell);

        Assert.Equal(before, cell.Shown());
        Assert.Equal((null, ZonePhase.InStep), (cell.Zone.Problem, cell.Zone.Phase));
        Assert.Equal(unread < 0 ? counted : unread, cell.Zone.Unread);
        await cell.EndAsync(looks: true);
    }

    [Theory]
    [MemberData(nameof(Details))]
    public async Task Message_with_odd_fields_opens_with_what_can_be_read_of_it(string fault, string fields, string text)
    {
        var cell = await FaultCell.BeginAsync(site, fault);
        var key = Assert.Single(await cell.ArriveAsync(1));
        var subject = cell.Inbox.Snapshot.Find(key)!.Value.Subject;
        cell.App.Sandbox.ClearLog();
        cell.App.Sandbox.Add(new Fault { Operation = ApiOperation.Detail, Kind = FaultKind.Answer, Status = 200, Body = $$$"""{"notification":{"id":"{{{key.Id}}}",{{{Long(fields)}}} } }""" });
        var opening = cell.App.Get<NotificationReader>().OpenAsync(cell.Inbox, cell.Inbox.Snapshot.PartOf(key)!, key.Id, Cancellation);

        if (text.StartsWith('!'))
            Assert.Equal((fault, text[1..]), (fault, NotificationPanel.WordsFor((await Assert.ThrowsAsync<MakeException>(() => opening)).Failure)));
        else
            Assert.Equal((fault, text), (fault, (await opening).Body.Text));

        await cell.AssertAskedAsync(ApiOperation.Detail, 1);
        Assert.Equal(subject, cell.Inbox.Snapshot.Find(key)!.Value.Subject);
        await cell.EndAsync(looks: true);
    }

    private static string Long(string text) => text.Replace("MEGABYTE", Megabyte, StringComparison.Ordinal);

    /// <summary>The person looks, and all rows are compared with those that Make lists.</summary>
    private static async Task LookAsync(FaultCell cell)
    {
        cell.App.Time.Advance(TimeSpan.FromSeconds(1));
        cell.Inbox.RefreshNow(compareAll: true);
        await Wait.UntilAsync(() => cell.Zone.InStepAt == cell.App.Time.GetUtcNow());
    }

    /// <summary>From here on Make's list is answered with rows made from those that it has.</summary>
    private static async Task AnswerAsync(FaultCell cell, Func<IReadOnlyList<string>, IEnumerable<string>> rows, int unread = 1)
    {
        using var alice = Person.Named("Alice", cell.App.Sandbox);
        string[] own = [.. (await alice.ListAsync("&pg[limit]=1000")).Rows.Select(row => row.GetRawText())];
        cell.App.Sandbox.ClearLog();
        cell.App.Sandbox.Add(new Fault
        {
            Operation = ApiOperation.List,
            Kind = FaultKind.Answer,
            Status = 200,
            Body = $$$"""
                {"notifications":[{{{Long(string.Join(',', rows(own)))}}}],"userUnreadNotifications":{{{unread}}},
                "userZoneNotifications":[{"imtZoneId":1,"unreadNotifications":{{{unread}}}}],"pg":{"limit":1000,"offset":0}}
                """,
        });
    }
}
