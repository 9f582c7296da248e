using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Proxy;
using Dashboard.Web.Tests.Proxy;

namespace Dashboard.Web.Tests.Faults;

/// <summary>
/// What the network and Make may do to each of the four operations: the words that people see, and what Make was really asked. A question
/// may be asked again; a change is asked for once, and whether Make may have carried it out says whether the outbox looks before anything else.
/// </summary>
public sealed class ProxyFaultTests : IDisposable
{
    private readonly ProxyRig _rig = new();
    private readonly Connection _own = ProxyRig.ConnectionOf();

    /// <summary>Fault, how it shows, words, how often a question is asked, whether a change may have been carried out.</summary>
    public static TheoryData<string, string, string, int, bool> Faults => new()
    {
        { "F2", "429 in 120", "Make's limit of requests per minute is reached. Try again in 120 s.", 1, false },
        { "F2", "429 in soon", "Make's limit of requests per minute is reached. Try again in 60 s.", 1, false },
        { "F3", "429", "Make's limit of requests per minute is reached. Try again in 60 s.", 1, false },
        { "F4", "503", "Make cannot be reached: it answered with HTTP 503. Try again later.", 3, true },
        { "F5", "503 in 120", "Make cannot be reached: it answered with HTTP 503. Try again in 120 s.", 1, true },
        { "F6", "lost", "Make cannot be reached: the connection was lost before the whole answer was here. Try again later.", 3, true },
        { "F9", "cut", "Make's answer cannot be read: not complete JSON.", 3, true },
        { "F10", "page", "Make's answer cannot be read: a web page, such as a sign-in page of the network in between.", 3, true },
        { "F20", "404", "Make has no such notification or page, or does not show it to you.", 1, false },
        { "F22", "401", "Make does not accept this sign-in. Connect to Make again.", 1, false },
        { "F22", "403", "Make does not allow this. The token lacks a scope, or the user a role.", 1, false },
        { "F25", "insecure", "Nothing was sent: no secure connection to Make can be made, since its certificate cannot be trusted. Ask whoever runs this portal to look at its network.", 1, false },
        { "F26", "refused", "Make cannot be reached: no connection can be made. Try again later.", 3, false },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _rig.Dispose();

    [Theory]
    [MemberData(nameof(Faults))]
    public Task List_says_what_is_known_and_is_asked_for_so_often(string fault, string trouble, string words, int asked, bool executed) =>
        CheckAsync(fault, trouble, words, asked, () => _rig.Proxy.For(_own, Urgency.Poll, Purpose.Feed).ListNotificationsAsync(new ListNotifications { ImtZoneId = 1 }, Cancellation), executed);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Detail_says_what_is_known_and_is_asked_for_so_often(string fault, string trouble, string words, int asked, bool executed) =>
        CheckAsync(fault, trouble, words, asked, () => _rig.OpenAsync(_own, Cancellation), executed);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Mark_is_sent_once_and_says_whether_it_may_be_done(string fault, string trouble, string words, int asked, bool executed) =>
        CheckAsync(fault, trouble, words, Math.Min(asked, 1), () => _rig.ChangeAsync(_own, "mark"), executed);

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Delete_is_sent_once_and_says_whether_it_may_be_done(string fault, string trouble, string words, int asked, bool executed) =>
        CheckAsync(fault, trouble, words, Math.Min(asked, 1), () => _rig.ChangeAsync(_own, "delete"), executed);

    private async Task CheckAsync(string fault, string trouble, string words, int asked, Func<Task> operation, bool executed)
    {
        _rig.Make.Instead = _ => Trouble.Answer(trouble, _rig.Time.Start);

        var failed = await Assert.ThrowsAsync<MakeException>(operation);

        Assert.Equal((fault, words), (fault, failed.Failure.Message));
        Assert.Equal(asked, _rig.Make.Requests.Count);
        Assert.Equal(executed, failed.MayHaveBeenExecuted);
        Assert.DoesNotContain(_own.Id.ToString(), failed.ToString(), StringComparison.Ordinal);

        // Make is well again: so is the portal, without a restart and no later than 15 seconds after the wait that Make asked for.
        _rig.Make.Instead = _ => null;
        _rig.Time.Advance(_rig.Proxy.Budget(_own).PausedUntil - _rig.Time.GetUtcNow() ?? TimeSpan.FromSeconds(15));
        await operation();
    }
}
