using Dashboard.Client;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Hosting;
using Dashboard.Testing;
using Dashboard.Web.Actions;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Tests.Actions;

/// <summary>What tests of the outbox share: Make's list as the sandbox has it, and what the sandbox was really asked.</summary>
public abstract class OutboxTest
{
    /// <summary>Longer than a request may take in these tests: after it an answer counts as lost.</summary>
    protected static readonly TimeSpan Leap = TimeSpan.FromMinutes(2);

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static SandboxOptions OneZone { get; } = RunningDashboard.Small with { Zones = 1 };

    protected static Dictionary<string, string?> Batches(int size) => new() { ["Actions:DeleteBatchSize"] = $"{size}" };

    protected static InboxQuery ById { get; } = new() { Sorts = [new InboxSort(InboxColumn.Id, Descending: true)] };

    protected static NotificationKey[] Newest(PersonalInbox inbox, int count, string? zone = "eu1.make.example")
    {
        var view = inbox.Snapshot.View(ById.WithZone(zone));
        return [.. Enumerable.Range(0, count).Select(position => view[position].Key)];
    }

    protected static int Unread(PersonalInbox inbox, string zone) => inbox.Snapshot.View(ById.WithZone(zone).WithUnread(true)).Count;

    private protected static LoggedCall[] Sent(ConnectedApp app, ApiOperation operation) => [.. app.Sandbox.Log.Where(call => call.Operation == operation)];

    private protected static Task<NotificationAction?> DeleteAsync(ConnectedApp app, PersonalInbox inbox, params NotificationKey[] keys) =>
        app.Get<Outbox>().DeleteAsync(inbox, keys, Cancellation);

    private protected static ZoneReceipt Only(ActionReceipt receipt) => Assert.Single(receipt.Zones);

    protected static IEnumerable<NotificationId> Ids(IEnumerable<NotificationKey> keys) => keys.Select(key => key.Id).Order();
}
