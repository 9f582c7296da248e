using Dashboard.Web.Inbox;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Zones;

/// <summary>How far the list has been fetched. Make gives no total: a part of the whole is told only where an earlier load came to an end.</summary>
public sealed partial class LoadProgress : ComponentBase
{
    [Parameter, EditorRequired]
    public required InboxSnapshot Snapshot { get; set; }

    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    private bool IsLoading => Snapshot.Parts.Any(part => part.State.Phase is ZonePhase.Waiting or ZonePhase.Loading);

    private double? Fraction => Snapshot.Parts.Where(part => part.State.IsPartial).ToArray() is { Length: > 0 } parts && parts.All(part => part.State.Fraction is not null)
        ? (double)parts.Sum(part => part.State.Rows) / parts.Sum(part => part.State.Total!.Value)
        : null;

    /// <summary>The latest of the oldest rows: from here on every zone is complete.</summary>
    private DateTimeOffset? Reached => Snapshot.Parts
        .Where(part => part.State.Phase == ZonePhase.Loading).Max(part => part.State.Reached);
}
