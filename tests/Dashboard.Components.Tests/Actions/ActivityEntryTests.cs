using Bunit;
using Dashboard.Web.Actions;
using Dashboard.Web.Components.Actions;
using Dashboard.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Components.Tests.Actions;

public sealed class ActivityEntryTests : BunitContext
{
    public ActivityEntryTests()
    {
        var time = new FakeTimeProvider(Sample.Now.AddMinutes(2));
        Services.AddSingleton<TimeProvider>(time);
        // Only offered here; that an offer does what it says is tried over the real outbox.
        Services.AddSingleton(new Outbox(null!, null!, null!, null!, Options.Create(new ActionsOptions()), time));
    }

    [Fact]
    public void Waiting_one_says_when_it_begins_and_can_be_undone()
    {
        var entry = Show(Samples.Action(ActionKind.Delete, ActionState.Waiting));

        Assert.Equal("Delete 100 notifications", entry.Find("h2").TextContent);
        Assert.Equal("Waits", entry.Find(".state").TextContent);
        Assert.Equal("100 notifications will be deleted at Make. Begins at 12:00:10.", entry.Find("p").TextContent);
        Assert.Equal("2026-11-23T12:00:00Z", entry.Find("time").GetAttribute("datetime"));
        Assert.Equal(["Undo", "Receipt"], Offers(entry));
        Assert.Empty(entry.FindAll("progress"));
    }

    [Fact]
    public void Running_one_shows_how_far_it_is_and_can_be_paused_or_stopped()
    {
        var entry = Show(Samples.Action(ActionKind.Delete, ActionState.Running) with { StartedAt = Sample.Now, Changed = 40, Kept = 10 });

        Assert.Equal("Running", entry.Find(".state").TextContent);
        Assert.Equal("40 of 100 deleted. 25 a minute, about 2 minutes left.", entry.Find("p").TextContent);
        Assert.Equal(("100", "50", "Delete 100 notifications"), (entry.Find("progress").GetAttribute("max"), entry.Find("progress").GetAttribute("value"), entry.Find("progress").GetAttribute("aria-label")));
        Assert.Equal(["Pause", "Cancel the rest", "Receipt"], Offers(entry));
    }

    [Fact]
    public void Paused_one_can_be_resumed()
    {
        var entry = Show(Samples.Action(ActionKind.Delete, ActionState.Running) with { IsPaused = true });

        Assert.Equal("Paused", entry.Find(".state").TextContent);
        Assert.EndsWith(" Paused.", entry.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Resume", "Cancel the rest", "Receipt"], Offers(entry));
    }

    [Fact]
    public void One_that_waits_for_Make_says_for_what_and_until_when()
    {
        var entry = Show(Samples.Action(ActionKind.Delete, ActionState.Running) with { WaitsFor = "Make’s limit is reached.", WaitsUntil = Sample.Now.AddMinutes(3) });

        Assert.EndsWith("Make’s limit is reached. Goes on at 12:03:00.", entry.Find("p").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActionKind.Delete, ActionState.Ended, false, "Over", "Receipt")]
    [InlineData(ActionKind.Delete, ActionState.Ended, true, "Stopped", "Receipt")]
    [InlineData(ActionKind.Delete, ActionState.Running, true, "Stopping", "Receipt")]
    [InlineData(ActionKind.Delete, ActionState.Undone, false, "Taken back", "Receipt")]
    [InlineData(ActionKind.Done, ActionState.Ended, false, "Over", "Undo, Receipt")]
    public void State_is_said_in_words(ActionKind kind, ActionState state, bool isStopped, string words, string offers)
    {
        var entry = Show(Samples.Action(kind, state) with { IsStopped = isStopped, Kept = isStopped ? 1 : 0 });

        Assert.Equal(words, entry.Find(".state").TextContent);
        Assert.Equal(offers, string.Join(", ", Offers(entry)));
    }

    [Fact]
    public void Receipt_unfolds_in_place_and_says_that_it_is_being_read()
    {
        var asked = 0;
        var folded = Show(Samples.Action(ActionKind.Delete));
        Assert.Equal("false", Toggle(folded).GetAttribute("aria-expanded"));

        var unfolded = Render<ActivityEntry>(p => p.Add(entry => entry.Action, Samples.Action(ActionKind.Delete)).Add(entry => entry.IsUnfolded, true).Add(entry => entry.OnUnfold, () => { asked++; }));

        Assert.Equal("true", Toggle(unfolded).GetAttribute("aria-expanded"));
        Assert.Equal("Reading the receipt…", unfolded.Find("[role=status]").TextContent);
        Assert.NotNull(unfolded.Find($"#{Toggle(unfolded).GetAttribute("aria-controls")}"));
        Toggle(unfolded).Click();
        Assert.Equal(1, asked);
        unfolded.Render(p => p.Add(entry => entry.Receipt, []));
        Assert.NotNull(unfolded.Find(".receipt"));
    }

    private IRenderedComponent<ActivityEntry> Show(NotificationAction action) => Render<ActivityEntry>(p => p.Add(entry => entry.Action, action));

    private static AngleSharp.Dom.IElement Toggle(IRenderedComponent<ActivityEntry> entry) => entry.FindAll("button").Single(button => button.TextContent == "Receipt");

    private static string[] Offers(IRenderedComponent<ActivityEntry> entry) => [.. entry.FindAll("button").Select(button => button.TextContent)];
}
