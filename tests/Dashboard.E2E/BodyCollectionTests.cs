using Dashboard.E2E.Bodies;
using Dashboard.E2E.Browser;
using Dashboard.E2E.Make;
using Dashboard.E2E.Screens;
using Dashboard.Testing;
using Dashboard.Web.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.E2E;

/// <summary>The whole collection of bodies, one after the other through the product's own page: behind both walls, and behind the second alone.</summary>
public sealed class BodyCollectionTests(Chromium chromium) : BrowserTest(chromium)
{
    private static readonly DateTimeOffset Newest = DateTimeOffset.UtcNow.AddHours(1);

    [Fact]
    public void Collection_is_large_and_each_attack_has_a_name_and_a_reason()
    {
        Assert.InRange(HostileBodies.All.Count, 300, int.MaxValue);
        Assert.InRange(BenignBodies.All.Count, 16, int.MaxValue);
        Assert.All(HostileBodies.All, body => Assert.True(body.Name.Length > 0 && body.Why.Length > 0, body.ToString()));
        Assert.Distinct(HostileBodies.All.Select(body => body.ToString()));
        Assert.Distinct(HostileBodies.All.Select(body => body.Html));
    }

    [Fact]
    public async Task Hostile_bodies_do_nothing_behind_both_walls()
    {
        var walk = await OpenAsync(HostileBodies.All.Select(body => (body.ToString(), body.Html)));
        await WalkAsync(walk, HostileBodies.All, async attack => walk.Note(attack, [.. await walk.Probe.LookAsync(), .. await walk.Probe.ReadAsync()]));
    }

    [Fact]
    public async Task Hostile_bodies_do_nothing_behind_the_frame_alone()
    {
        // How much there is to draw is bounded by the first wall alone: no frame can do that.
        var attacks = HostileBodies.All.Where(body => body.Class != "size and nesting").ToArray();
        var walk = await OpenAsync(attacks.Select(body => (body.ToString(), body.Html)), withSanitizer: false);
        await WalkAsync(walk, attacks, async attack =>
        {
            var found = await walk.Probe.LookAsync();
            await walk.Probe.ActAsync();
            // A link followed within the frame ends there in the browser's own words that it was stopped; what it asked for is looked at beside.
            var after = (await walk.Probe.LookAsync()).Where(finding => finding != MessageProbe.FrameGone);
            walk.Note(attack, found.Concat(after).Distinct(), SecondWallTests.Stopped);
        });
    }

    [Fact]
    public async Task Benign_bodies_come_through_word_for_word()
    {
        var walk = await OpenAsync(BenignBodies.All.Select(body => (body.Name, body.Html)));
        foreach (var body in BenignBodies.All)
        {
            await walk.Probe.NextAsync(body.Name);
            var (meant, shown) = await walk.Probe.CompareAsync(body.Expected);
            Assert.Equal(meant, shown);
            walk.Note(body.Name, [.. await walk.Probe.LookAsync(), .. await walk.Probe.ReadAsync()]);
        }

        Assert.Empty(walk.Found);
    }

    private static async Task WalkAsync(BodyWalk walk, IReadOnlyList<HostileBody> attacks, Func<string, Task> lookAsync)
    {
        var last = "the beginning";
        foreach (var attack in attacks.Select(body => body.ToString()))
        {
            try
            {
                await walk.Probe.NextAsync(attack);
                await lookAsync(attack);
            }
            catch (Exception broken) when (broken is TimeoutException or Microsoft.Playwright.PlaywrightException)
            {
                walk.Note(attack, [$"the page no longer answers here, after {last}: {broken.Message}"]);
                break;
            }

            last = attack;
        }

        Assert.True(walk.Found.Count == 0, $"{walk.Found.Count} findings:\n{string.Join('\n', walk.Found)}");
    }

    // The list shows the newest first: a harmless one, then the bodies in their order.
    private async Task<BodyWalk> OpenAsync(IEnumerable<(string Subject, string Body)> bodies, bool withSanitizer = true)
    {
        await StartAsync(Quiet(20), configure: builder =>
        {
            if (!withSanitizer) builder.Services.AddSingleton<IBodySanitizer, OpenGate>();
        });
        foreach (var (place, body) in bodies.Prepend(("Harmless", "<p>Nothing to see.</p>")).Index())
            await Dashboard.Sandbox.DeliverAsync(Person.Alice, body.Item1, body.Item2, copies: false, Newest.AddSeconds(-place), Cancel);
        return await BodyWalk.StartAsync(await InboxOfAsync(Person.Alice), "Harmless");
    }
}
