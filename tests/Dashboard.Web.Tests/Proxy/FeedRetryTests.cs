using Dashboard.Web.Hosting;
using Dashboard.Web.Inbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Proxy;

/// <summary>When a feed looks again that has no answer, and not because Make said so.</summary>
public sealed class FeedRetryTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("lost")]
    [InlineData("page")]
    [InlineData("insecure")]
    public async Task Feed_without_an_answer_looks_again_soon_and_goes_on_once_there_is_one(string trouble)
    {
        using var rig = new ProxyRig();
        using var over = new CancellationTokenSource();
        rig.Make.Instead = _ => Trouble.Answer(trouble, rig.Time.Start);
        var feed = new Feed(ProxyRig.ConnectionOf(), rig.Proxy, new SubjectTable(rig.Time), new KnownTotals(), new InboxOptions(), rig.Time, NullLogger.Instance);
        var running = feed.RunAsync(over.Token);

        await Wait.UntilAsync(() => State().Problem is not null);
        Assert.Equal((ZonePhase.Behind, rig.Time.GetUtcNow() + Soon), (State().Phase, State().RetryAt));

        rig.Make.Instead = _ => null;
        // What is waited for is told a moment before the waiting begins.
        await Wait.UntilAsync(() =>
        {
            rig.Time.Advance(Soon);
            return State() is { Phase: ZonePhase.InStep, Problem: null };
        });
        await over.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);

        ZoneState State() => Assert.Single(feed.Parts).State;
    }
}
