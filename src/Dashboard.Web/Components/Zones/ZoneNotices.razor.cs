using System.Globalization;
using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Zones;

/// <summary>Says in words why a zone is not in step, and offers the way on.</summary>
public sealed partial class ZoneNotices : ComponentBase
{
    [Parameter, EditorRequired]
    public required InboxSnapshot Snapshot { get; set; }

    [Parameter, EditorRequired]
    public required InboxQuery Query { get; set; }

    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    [Parameter]
    public EventCallback OnRetry { get; set; }

    private IEnumerable<Notice> Notices => Snapshot.Parts
        .Where(part => part.State.Problem is not null && Query.Admits(part))
        .GroupBy(part => (part.Connection.Id, part.State.Phase, part.State.Problem))
        .Select(alike => new Notice(Say([.. alike]), alike.Key.Phase == ZonePhase.Unreadable));

    private bool HasSeveralConnections => Snapshot.Parts.Any(other => other.Connection.Id != Snapshot.Parts[0].Connection.Id);

    private string Say(ZonePart[] parts)
    {
        var (zones, state) = (string.Join(", ", parts.Select(part => part.Zone.Name)), parts.MinBy(part => part.State.RetryAt)!.State);
        var names = HasSeveralConnections ? $"{zones} of {parts[0].Connection.Name}" : zones;
        return state switch
        {
            { Phase: ZonePhase.Unreadable } => $"{names} can't be read: {state.Problem}",
            { RetryAt: { } at } => $"{names} {(parts.Length == 1 ? "is" : "are")} behind: {state.Problem} Next try by itself at {TimeZoneInfo.ConvertTime(at, TimeZone).ToString("T", CultureInfo.CurrentCulture)}. What is shown is from before.",
            _ => $"{names} {(parts.Length == 1 ? "is" : "are")} behind: {state.Problem}",
        };
    }

    private sealed record Notice(string Text, bool NeedsConnection);
}
