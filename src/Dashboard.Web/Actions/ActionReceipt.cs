namespace Dashboard.Web.Actions;

/// <summary>What became of an action: what was answered, set against what was asked.</summary>
/// <param name="Action">The action as it stands.</param>
/// <param name="Zones">By connection and zone.</param>
public sealed record ActionReceipt(NotificationAction Action, IReadOnlyList<ZoneReceipt> Zones);
