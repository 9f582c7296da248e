using Dashboard.Web.Components.Layout;
using Dashboard.Web.Inbox;
using Dashboard.Web.Tests.Inbox;

namespace Dashboard.Web.Tests.Layout;

public sealed class UnreadBadgeTests
{
    private static readonly ZoneState Known = new(ZonePhase.InStep, Unread: 12);

    public static TheoryData<ZoneState[], string> Titles => new()
    {
        { [], "Inbox · Make notifications" },
        { [Known], "(12) Inbox · Make notifications" },
        { [Known, Known with { Unread = 1988 }], "(2,000) Inbox · Make notifications" },
        { [Known with { Unread = 0 }], "Inbox · Make notifications" },
        { [Known, ZoneState.Waiting], "Inbox · Make notifications" },
        { [Known, new ZoneState(ZonePhase.Loading)], "Inbox · Make notifications" },
        { [Known, new ZoneState(ZonePhase.Loading, Unread: 3)], "(15) Inbox · Make notifications" },
        { [Known, new ZoneState(ZonePhase.Unreadable)], "! (12) Inbox · Make notifications" },
        { [Known with { Phase = ZonePhase.Behind }], "! (12) Inbox · Make notifications" },
        { [new ZoneState(ZonePhase.Behind, Unread: 0)], "! Inbox · Make notifications" },
        { [new ZoneState(ZonePhase.Behind)], "! Inbox · Make notifications" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public void Title_carries_what_is_known_marks_what_cannot_be_read_and_never_a_zero(ZoneState[] states, string title) =>
        Assert.Equal(title, UnreadBadge.Of(Snapshots.InStates(states)).TitleOf("Inbox"));
}
