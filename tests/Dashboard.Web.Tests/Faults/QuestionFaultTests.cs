using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Web.Components.Detail;
using Dashboard.Web.Inbox;
using Dashboard.Web.Reading;

namespace Dashboard.Web.Tests.Faults;

/// <summary>
/// Faults of the network and of Make while the inbox is read and while a notification is opened, over real HTTP: what the person is told, how
/// often Make was really asked, that no row is lost, and that all is right again within 15 seconds after the fault, or the wait that Make told.
/// </summary>
/// <remarks>Each cell also looks for the token and for the notifications' words in everything that is logged at any level meanwhile.</remarks>
public sealed class QuestionFaultTests(FaultSite site) : IClassFixture<FaultSite>
{
    private const string Lost = "Make cannot be reached: the connection was lost before the whole answer was here. Try again later.";
    private const string Late = "Make cannot be reached: no whole answer came in time. Try again later.";
    private const string Page = "Make's answer cannot be read: a web page, such as a sign-in page of the network in between.";
    private const string Half = "Make's answer cannot be read: not complete JSON.";
    private const string Down = "Make cannot be reached: it answered with HTTP 503. Try again later.";
    private const string Refused = "Make cannot be reached: no connection can be made. Try again later.";
    private const string StoppedAnswering = $"Make cannot be reached: {ConnectedApp.Environment} has stopped answering. Try again in 10 s.";
    private const string Reconnect = "Make does not accept this sign-in. Connect to Make again.";
    private const string Forbidden = "Make does not allow this. The token lacks a scope, or the user a role.";

    /// <summary>Fault, what goes wrong, the words beside the zone (none: the person sees nothing of it), seconds until the inbox asks again (-1: when the person does), how often the list is asked for until then.</summary>
    public static TheoryData<string, string, string, int, int> Lists => new()
    {
        { "F1", "429 in 2", "", 2, 1 },
        { "F2", "429 in 120", Limit(120), 120, 1 },
        { "F2", "429 in 1000000000", Limit(900), 900, 1 },
        { "F2", "429 in an hour", Limit(900), 900, 1 },
        { "F2", "429 in soon", Limit(60), 60, 1 },
        { "F3", "429", Limit(60), 60, 1 },
        { "F4", "503", Down, 10, 3 },
        { "F4", "503 twice", "", 0, 2 },
        { "F4", "503 in 120", "Make cannot be reached: it answered with HTTP 503. Try again in 120 s.", 120, 1 },
        { "F4", "503 everywhere", StoppedAnswering, 10, 1 },
        { "F6", "lost", Lost, 10, 3 },
        { "F7", "silent", Late, 10, 3 },
        { "F8", "drip", Late, 10, 1 },
        { "F9", "cut", Lost, 10, 3 },
        { "F10", "page", Page, 10, 3 },
        { "F10", "half", Half, 10, 1 },
        { "F11", "as text, done", "", 0, 0 },
        { "F11", "swollen", "Make's answer cannot be read: longer than 16777216 bytes.", 10, 1 },
        { "F20", "gone", "", 0, 0 },
        { "F22", "401", Reconnect, -1, 1 },
        { "F22", "403", Forbidden, -1, 1 },
        { "F26", "refused", StoppedAnswering, 10, 0 },
    };

    /// <summary>Fault, what goes wrong, what the page says in place of the message (none: it shows the message), seconds until it can be opened again, how often it is asked for until then.</summary>
    public static TheoryData<string, string, string, int, int> Details => new()
    {
        { "F1", "429 in 2", "", 2, 1 },
        { "F2", "429 in 120", Limit(120), 120, 1 },
        { "F2", "429 in 1000000000", Limit(900), 900, 1 },
        { "F2", "429 in an hour", Limit(900), 900, 1 },
        { "F2", "429 in soon", Limit(60), 60, 1 },
        { "F3", "429", Limit(60), 60, 1 },
        { "F4", "503", Down, 0, 3 },
        { "F4", "503 twice", "", 0, 2 },
        { "F4", "503 in 120", "Make cannot be reached: it answered with HTTP 503. Try again in 120 s.", 0, 1 },
        { "F6", "lost", Lost, 0, 3 },
        { "F7", "silent", Late, 0, 1 },
        { "F8", "drip", Late, 0, 1 },
        { "F9", "cut", Lost, 0, 3 },
        { "F10", "page", Page, 0, 3 },
        { "F10", "half", Half, 0, 1 },
        { "F11", "as text, done", "", 0, 0 },
        { "F11", "swollen", "Make's answer cannot be read: longer than 1048576 bytes.", 0, 1 },
        { "F20", "gone", "It no longer exists at Make, and has left your list.", -1, 1 },
        { "F22", "401", Reconnect, 0, 1 },
        { "F22", "403", Forbidden, 0, 1 },
        { "F26", "refused", Refused, 0, 0 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Inbox_keeps_its_rows_says_what_is_wrong_and_is_as_Make_has_it_soon_after(string fault, string trouble, string words, int wait, int asked)
    {
        var cell = await FaultCell.BeginAsync(site, trouble);
        var before = cell.Shown();
        var arrived = await cell.ArriveAtMakeAsync(1);
        TimeSpan[] deadlines = trouble switch
        {
            "silent" => [FaultSite.AnswerTimeout, FaultSite.AnswerTimeout, FaultSite.ListTimeout - 2 * FaultSite.AnswerTimeout],
            "drip" => [FaultSite.ListTimeout],
            _ => [],
        };
        await cell.BreakAsync(ApiOperation.List, Times(trouble, deadlines), before[^1].Id);

        cell.Inbox.RefreshNow();
        if (trouble == "drip")
            await cell.BegunAsync();
        await cell.StrikeAsync(deadlines);
        if (IsLimit(trouble))
            await cell.LimitedAsync();
        if (words.Length > 0)
        {
            await Wait.UntilAsync(() => cell.Zone.Problem is not null);
            Assert.Equal((fault, words, wait < 0 ? ZonePhase.Unreadable : ZonePhase.Behind), (fault, cell.Zone.Problem, cell.Zone.Phase));
            Assert.Equal(wait < 0 ? null : TimeSpan.FromSeconds(wait), cell.Zone.RetryAt - cell.App.Time.GetUtcNow());
            Assert.Equal(before, cell.Shown());
            await cell.AssertAskedAsync(ApiOperation.List, asked);
            if (wait >= 0)
                await cell.RestsAsync();
            cell.Mend();
        }

        if (trouble == "401")
            await cell.ReconnectAsync();
        else if (wait < 0)
            cell.Inbox.RefreshNow();
        await cell.WithinAsync(TimeSpan.FromSeconds(Math.Max(wait, 0) + 15), () => cell.Zone is { Phase: ZonePhase.InStep, Problem: null } && cell.Shown().Any(row => row.Id == arrived[0]));

        await cell.AssertAskedAsync(ApiOperation.List, asked + 1);
        Assert.Equal(0, cell.Asked(ApiOperation.Detail));
        await cell.EndAsync(looks: false);
    }

    [Theory]
    [MemberData(nameof(Details))]
    public async Task Message_that_can_not_be_had_is_told_of_in_words_and_opens_as_soon_as_it_can(string fault, string trouble, string words, int wait, int asked)
    {
        var cell = await FaultCell.BeginAsync(site, trouble);
        var key = Assert.Single(await cell.ArriveAsync(1));
        TimeSpan[] deadlines = RoomTrouble.IsEndless(trouble) ? [FaultSite.ReadTimeout] : [];
        await cell.BreakAsync(ApiOperation.Detail, Times(trouble, deadlines), key.Id.ToString());

        var opening = OpenAsync(cell, key);
        await cell.StrikeAsync(deadlines);
        if (IsLimit(trouble))
            await cell.LimitedAsync();
        if (words.Length > 0)
        {
            var failed = await Assert.ThrowsAsync<MakeException>(() => opening);
            Assert.Equal((fault, words), (fault, NotificationPanel.WordsFor(failed.Failure)));
            Assert.Equal(wait < 0, cell.Inbox.Snapshot.Find(key) is null);
            // While everybody has to wait, whoever tries is told so, and Make hears nothing of it.
            if (wait > 0)
                Assert.IsType<MakeFailure.Throttled>((await Assert.ThrowsAsync<MakeException>(() => OpenAsync(cell, key))).Failure);
            await cell.AssertAskedAsync(ApiOperation.Detail, asked);
            cell.Mend();
            cell.App.Time.Advance(TimeSpan.FromSeconds(Math.Max(wait, 0)));
            if (trouble == "401")
                await cell.ReconnectAsync();
            opening = wait < 0 ? null : OpenAsync(cell, key);
        }

        if (opening is not null)
        {
            await cell.WithinAsync(TimeSpan.FromSeconds(15), () => opening.IsCompleted);
            Assert.Contains("in the body", (await opening).Body.Text, StringComparison.Ordinal);
            await cell.AssertAskedAsync(ApiOperation.Detail, asked + 1);
        }

        await cell.EndAsync(looks: true);
    }

    private static string Limit(int seconds) => $"Make's limit of requests per minute is reached. Try again in {seconds} s.";

    /// <summary>A limit is reached once, a deadline strikes so often, and all else lasts.</summary>
    private static int? Times(string trouble, TimeSpan[] deadlines) =>
        IsLimit(trouble) ? 1 : deadlines.Length > 0 ? deadlines.Length : null;

    private static bool IsLimit(string trouble) => trouble.StartsWith("429", StringComparison.Ordinal);

    private static Task<OpenedNotification> OpenAsync(FaultCell cell, NotificationKey key) =>
        cell.App.Get<NotificationReader>().OpenAsync(cell.Inbox, cell.Inbox.Snapshot.PartOf(key)!, key.Id, Cancellation);
}
