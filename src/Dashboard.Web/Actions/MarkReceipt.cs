using Dashboard.Web.Inbox;

namespace Dashboard.Web.Actions;

/// <summary>What became of "mark all as read" in one zone.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Marked">Those that Make's answer names; empty when it failed.</param>
/// <param name="Problem">Why it failed, in words; <see langword="null"/> when Make confirmed it.</param>
public sealed record MarkReceipt(ZonePart Zone, IReadOnlyCollection<NotificationKey> Marked, string? Problem);
