using System.Globalization;
using Dashboard.Web.Actions;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Components.Actions;

/// <summary>One action in the list of all: what, when, how it stands, what can still be done about it, and its receipt where it is unfolded.</summary>
public sealed partial class ActivityEntry : ComponentBase
{
    [Parameter, EditorRequired]
    public required NotificationAction Action { get; set; }

    /// <summary>The reader's time zone.</summary>
    [Parameter]
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>What a zone of a connection is called.</summary>
    [Parameter]
    public Func<Guid, string, string> ZoneName { get; set; } = (_, zone) => zone;

    [Parameter]
    public bool IsUnfolded { get; set; }

    /// <summary>Its receipt; <see langword="null"/> until it was read.</summary>
    [Parameter]
    public IReadOnlyList<ReceiptZone>? Receipt { get; set; }

    /// <summary>The receipt is to be unfolded, or folded again.</summary>
    [Parameter]
    public EventCallback OnUnfold { get; set; }

    /// <summary>Says what could not be done.</summary>
    [Parameter]
    public EventCallback<string> OnTrouble { get; set; }

    [Inject]
    public required TimeProvider Time { get; init; }

    private string Standing => ActionWords.Standing(Action) + Action switch
    {
        { IsLive: true, IsPaused: true } => " Paused.",
        { State: ActionState.Waiting, IsHeld: false } => $" Begins at {Local(Action.DueAt, "HH:mm:ss")}.",
        { State: ActionState.Running, WaitsFor: { } reason } => $" {reason}{(Action.WaitsUntil is { } until ? $" Goes on at {Local(until, "HH:mm:ss")}." : "")}",
        { State: ActionState.Running } when ActionWords.TimeLeft(Action, Time.GetUtcNow()) is { } left => $" {left}.",
        _ => "",
    };

    private string Local(DateTimeOffset time, string format) => TimeZoneInfo.ConvertTime(time, TimeZone).ToString(format, CultureInfo.CurrentCulture);
}
