using Dashboard.Sandbox.Api;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Faults;

/// <summary>
/// Faults of the network and of Make while a person's change is carried out, over real HTTP: what the person is told meanwhile and at the end,
/// how often the change was really sent and how often the list was looked at, and that the receipt says what is true at Make.
/// </summary>
/// <remarks>Each cell also looks for the token and for the notifications' words in everything that is logged at any level meanwhile.</remarks>
public sealed class ChangeFaultTests(ChangeFaultSite site) : IClassFixture<ChangeFaultSite>
{
    private const int Asked = 3;
    private const string Looks = "Make's answer was lost. What was sent may still be under way: it is looked for once that can no longer be.";
    private const string Reconnect = "Waits until you connect Sandbox (not Make) to Make again.";
    private const string Refused = "Make cannot be reached: no connection can be made. Try again later.";
    private const string Forbidden = "Make does not allow this. The token lacks a scope, or the user a role.";
    private const string ProbablyDone = "Make's answer was lost. None of what was unread before is unread now, so it was probably done.";
    private const string ProbablyNot = "Make's answer was lost. All that was unread before still is, so it was probably not done.";
    private const string NotNamed = "Make's answer does not name it: it may have been read or deleted before.";

    /// <summary>Fault, what goes wrong, what the person is told meanwhile and at the end (none: all is done and no more is said), how often it is sent, looks at the list, how many of three are said to be read.</summary>
    public static TheoryData<string, string, string, string, int, int, int> Marks => new()
    {
        { "F1", "429 in 2", Limit(2), "", 2, 0, 3 },
        { "F2", "429 in 120", Limit(120), "", 2, 0, 3 },
        { "F2", "429 in an hour", Limit(900), "", 2, 0, 3 },
        { "F2", "429 in soon", Limit(60), "", 2, 0, 3 },
        { "F3", "429", Limit(60), "", 2, 0, 3 },
        { "F5", "503", Looks, ProbablyNot, 1, 1, 0 },
        { "F5", "error, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F6", "lost", Looks, ProbablyNot, 1, 1, 0 },
        { "F6", "lost, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F7", "silent", Looks, ProbablyNot, 1, 1, 0 },
        { "F7", "silent, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F8", "drip, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F9", "cut, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F10", "page", Looks, ProbablyNot, 1, 1, 0 },
        { "F10", "page, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F10", "half", Looks, ProbablyNot, 1, 1, 0 },
        { "F10", "half, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F11", "as text, done", "", "", 1, 0, 3 },
        { "F11", "swollen, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F19", "empty", Looks, ProbablyNot, 1, 1, 0 },
        { "F19", "empty, done", Looks, ProbablyDone, 1, 1, 3 },
        { "F19", "names none, done", "", NotNamed, 1, 0, 0 },
        { "F22", "401", Reconnect, "", 2, 1, 3 }, // Whoever connects again has the list read anew.
        { "F22", "403", "", Forbidden, 1, 0, 0 },
        { "F26", "refused", Refused, "", 1, 0, 3 },
    };

    /// <summary>As for <see cref="Marks"/>: how many of three are said to be deleted.</summary>
    public static TheoryData<string, string, string, string, int, int, int> Deletes => new()
    {
        { "F1", "429 in 2", Limit(2), "", 2, 0, 3 },
        { "F2", "429 in 120", Limit(120), "", 2, 0, 3 },
        { "F2", "429 in an hour", Limit(900), "", 2, 0, 3 },
        { "F2", "429 in soon", Limit(60), "", 2, 0, 3 },
        { "F3", "429", Limit(60), "", 2, 0, 3 },
        { "F5", "503", Looks, "", 2, 1, 3 },
        { "F5", "error, done", Looks, "", 1, 1, 3 },
        { "F6", "lost", Looks, "", 2, 1, 3 },
        { "F6", "lost, done", Looks, "", 1, 1, 3 },
        { "F7", "silent", Looks, "", 2, 1, 3 },
        { "F7", "silent, done", Looks, "", 1, 1, 3 },
        { "F8", "drip, done", Looks, "", 1, 1, 3 },
        { "F9", "cut, done", Looks, "", 1, 1, 3 },
        { "F10", "page", Looks, "", 2, 1, 3 },
        { "F10", "page, done", Looks, "", 1, 1, 3 },
        { "F10", "half", Looks, "", 2, 1, 3 },
        { "F10", "half, done", Looks, "", 1, 1, 3 },
        { "F11", "as text, done", "", "", 1, 0, 3 },
        { "F11", "swollen, done", Looks, "", 1, 1, 3 },
        { "F18", "spares one", "", "Make did not delete it: its answer left it out, and it is still there.", 1, 1, 2 },
        { "F19", "names others, done", "", "", 1, 0, 3 },
        { "F19", "names none", "", "Make did not delete it: its answer left it out, and it is still there.", 1, 1, 0 },
        { "F19", "names none, done", "", "", 1, 1, 3 },
        { "F19", "empty", Looks, "", 2, 1, 3 },
        { "F19", "empty, done", Looks, "", 1, 1, 3 },
        { "F20", "gone", "", "", 1, 1, 3 },
        { "F22", "401", Reconnect, "", 2, 1, 3 }, // Whoever connects again has the list read anew.
        { "F22", "403", "", Forbidden, 1, 0, 0 },
        { "F26", "refused", Refused, "", 1, 0, 3 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Marks))]
    public async Task Mark_is_sent_once_looked_for_where_it_may_be_done_and_told_as_it_is_at_Make(
        string fault, string trouble, string meanwhile, string words, int sent, int looks, int changed)
    {
        var cell = await FaultCell.BeginAsync(site, trouble);
        var keys = await cell.ArriveAsync(Asked);
        // Whatever an earlier cell has left unread is part of it.
        var unread = cell.Inbox.Snapshot.UnreadIn(cell.Inbox.Snapshot.Parts[0]).Count();
        var action = await cell.App.Get<Outbox>().MarkAllReadAsync(cell.Inbox, cell.Inbox.Snapshot.Parts, _ => true, Cancellation);

        var zone = await CheckAsync(cell, action!, ApiOperation.Mark, keys, (fault, meanwhile, words, sent, looks, changed == Asked ? unread : changed));

        Assert.Equal(words is ProbablyDone or ProbablyNot, zone.IsProbable);
        var make = await cell.AtMakeAsync();
        Assert.DoesNotContain(make, row => row.IsUnread && zone.Changed.Any(key => key.Id.ToString() == row.Id));
        Assert.Equal(words == ProbablyNot || words == Forbidden, make.Any(row => row.IsUnread));
        await cell.EndAsync(looks: true);
    }

    [Theory]
    [MemberData(nameof(Deletes))]
    public async Task Deletion_is_sent_again_only_for_what_is_still_there_and_told_as_it_is_at_Make(
        string fault, string trouble, string meanwhile, string words, int sent, int looks, int changed)
    {
        var cell = await FaultCell.BeginAsync(site, trouble);
        var keys = await cell.ArriveAsync(Asked);
        var action = await cell.App.Get<Outbox>().DeleteAsync(cell.Inbox, keys, Cancellation);

        var zone = await CheckAsync(cell, action!, ApiOperation.Delete, keys, (fault, meanwhile, words, sent, looks, changed));

        var make = (await cell.AtMakeAsync()).Select(row => row.Id).ToHashSet();
        Assert.All(zone.Changed, key => Assert.DoesNotContain(key.Id.ToString(), make));
        Assert.All(zone.Kept.Keys, key => Assert.Contains(key.Id.ToString(), make));
        await cell.EndAsync(looks: true);
    }

    private static async Task<ZoneReceipt> CheckAsync(
        FaultCell cell, NotificationAction action, ApiOperation change, NotificationKey[] keys, (string Fault, string Meanwhile, string Words, int Sent, int Looks, int Changed) expected)
    {
        await cell.BreakAsync(change, times: 1, [.. keys.Select(key => key.Id.ToString())]);

        var (receipt, waits) = await cell.OverAsync(action);

        var zone = Assert.Single(receipt.Zones);
        var calls = cell.App.Sandbox.Log.Where(call => call.Operation is ApiOperation.List || call.Operation == change).Select(call => call.Operation).ToArray();
        Assert.Equal(
            expected,
            (expected.Fault, waits is [.., var last] ? last : "", zone.Problem ?? "", calls.Count(call => call == change), calls.Count(call => call == ApiOperation.List), zone.Changed.Count));
        Assert.All(zone.Kept.Values, reason => Assert.Equal(expected.Words, reason));
        Assert.Equal(action.Asked, zone.Changed.Count + zone.Kept.Count);
        Assert.Equal(0, cell.Asked(ApiOperation.Detail));
        return zone;
    }

    private static string Limit(int seconds) => $"Make's limit of requests per minute is reached. Try again in {seconds} s.";
}
