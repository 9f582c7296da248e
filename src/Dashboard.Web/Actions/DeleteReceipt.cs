using Dashboard.Web.Inbox;

namespace Dashboard.Web.Actions;

/// <summary>What became of a delete: what Make confirmed, set against what was asked.</summary>
/// <param name="Deleted">Those that Make's answer names.</param>
/// <param name="Kept">All the others, each with the reason in words.</param>
public sealed record DeleteReceipt(IReadOnlyCollection<NotificationKey> Deleted, IReadOnlyDictionary<NotificationKey, string> Kept);
