using System.Globalization;
using Dashboard.Web.Actions;

namespace Dashboard.Web.Components.Actions;

/// <summary>What an action is and what became of it, said in words.</summary>
public static class ActionWords
{
    /// <summary>What it does: "Delete 12 notifications".</summary>
    public static string Title(NotificationAction action) => action.Kind switch
    {
        ActionKind.Delete => $"Delete {Count(action.Asked)}",
        ActionKind.MarkAllRead => $"Mark {Count(action.Asked)} as read",
        ActionKind.Done => $"Done with {Count(action.Asked)}",
        _ => $"Open {Count(action.Asked)} again",
    };

    /// <summary>Why an undo came to nothing.</summary>
    public const string TooLate = "Too late to undo: Make is being asked already.";

    /// <summary>A kind for a list to choose from.</summary>
    public static string Name(ActionKind kind) => kind switch
    {
        ActionKind.Delete => "Delete",
        ActionKind.MarkAllRead => "Mark all as read",
        ActionKind.Done => "Done",
        _ => "Open again",
    };

    /// <summary>What was done to those that were changed, as a column is headed.</summary>
    public static string Done(ActionKind kind) => kind switch
    {
        ActionKind.Delete => "Deleted",
        ActionKind.MarkAllRead => "Marked",
        ActionKind.Done => "Done",
        _ => "Opened",
    };

    /// <summary>How far it is, in one word or two.</summary>
    public static string State(NotificationAction action) => (action.State, action) switch
    {
        (ActionState.Undone, _) => "Taken back",
        (ActionState.Ended, { IsStopped: true, Kept: > 0 }) => "Stopped",
        (ActionState.Ended, _) => "Over",
        (_, { IsStopped: true }) => "Stopping",
        (_, { IsPaused: true }) => "Paused",
        (ActionState.Waiting, _) => "Waits",
        _ => "Running",
    };

    /// <summary>How it stands: one short sentence.</summary>
    public static string Standing(NotificationAction action) => action.State switch
    {
        ActionState.Waiting when action.Kind == ActionKind.Delete => $"{Count(action.Asked)} will be deleted at Make.",
        ActionState.Waiting => $"{Count(action.Asked)} will be marked as read at Make, and what arrives before.",
        ActionState.Running when action.Kind == ActionKind.Delete => $"{Number(action.Changed)} of {Number(action.Asked)} deleted.",
        ActionState.Running => "Marking all as read.",
        ActionState.Undone when action.IsOwnState => $"Taken back: {Count(action.Asked)} {(action.Asked == 1 ? "is" : "are")} as before.",
        ActionState.Undone => "Taken back: nothing was asked of Make.",
        _ => Outcome(action),
    };

    /// <summary>Why the rate is what it is, or how long it will take: "about 5 minutes left"; <see langword="null"/> where it can't be told.</summary>
    /// <param name="action">A running one.</param>
    /// <param name="now">The time.</param>
    public static string? TimeLeft(NotificationAction action, DateTimeOffset now)
    {
        var settled = action.Changed + action.Kept;
        if (action.StartedAt is not { } started || settled == 0 || now <= started || settled >= action.Asked)
            return null;
        var perMinute = settled / (now - started).TotalMinutes;
        var left = TimeSpan.FromMinutes((action.Asked - settled) / perMinute);
        var words = left < TimeSpan.FromMinutes(1) ? "less than a minute left"
            : left < TimeSpan.FromHours(2) ? $"about {Number((int)Math.Ceiling(left.TotalMinutes))} minutes left"
            : $"about {Number((int)Math.Ceiling(left.TotalHours))} hours left";
        return $"{Number((int)Math.Max(1, perMinute))} a minute, {words}";
    }

    public static string Count(int notifications) => $"{Number(notifications)} {(notifications == 1 ? "notification" : "notifications")}";

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Outcome(NotificationAction action) => (action.Kind, action.Changed, action.Kept) switch
    {
        (ActionKind.Delete, var changed, 0) => $"{Count(changed)} deleted at Make.",
        (ActionKind.Delete, 0, var kept) => $"Nothing was deleted. {(kept == 1 ? "It stays" : $"All {Number(kept)} stay")} in the list, with the reason.",
        (ActionKind.Delete, var changed, var kept) => $"{Number(changed)} deleted at Make. {Number(kept)} {(kept == 1 ? "stays" : "stay")} in the list, with the reason.",
        (ActionKind.MarkAllRead, var changed, 0) => $"{Count(changed)} marked as read at Make.",
        (ActionKind.MarkAllRead, var changed, var kept) => $"{Number(changed)} marked as read at Make, {Number(kept)} not: see the receipt.",
        (ActionKind.Done, var changed, _) => $"Done with {Count(changed)}.",
        (_, var changed, _) => $"{Count(changed)} open again.",
    };
}
