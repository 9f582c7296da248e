using Dashboard.Web.Data;

namespace Dashboard.Web.Actions;

/// <summary>A change that a person asked for, as it stands.</summary>
public sealed record NotificationAction
{
    public required long Id { get; init; }

    /// <summary>User key of the person who asked.</summary>
    public required string Owner { get; init; }

    public required ActionKind Kind { get; init; }

    public required ActionState State { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it begins unless it is taken back.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>What has not gone out waits until the person says so.</summary>
    public bool IsPaused { get; init; }

    /// <summary>What has not gone out will not.</summary>
    public bool IsStopped { get; init; }

    /// <summary>A page holds the undo window open.</summary>
    public bool IsHeld { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Notifications it is about.</summary>
    public required int Asked { get; init; }

    /// <summary>Those known to be changed; a mark as read may change some that nobody had asked for.</summary>
    public int Changed { get; init; }

    /// <summary>Those that were not changed, each with a reason in the receipt.</summary>
    public int Kept { get; init; }

    /// <summary>What it waits for, in words; <see langword="null"/> while it goes on.</summary>
    public string? WaitsFor { get; init; }

    public DateTimeOffset? WaitsUntil { get; init; }

    /// <summary>The person has seen what was kept and why.</summary>
    public bool IsDismissed { get; init; }

    /// <summary>The step of a trace that accepted it; <see langword="null"/> where nothing was traced.</summary>
    internal string? Trace { get; init; }

    /// <summary>Grows with every change.</summary>
    public long Revision { get; init; }

    /// <summary>Make is never told of it.</summary>
    public bool IsOwnState => Kind is ActionKind.Done or ActionKind.Reopen;

    /// <summary>It can be taken back: before anything was asked of Make, or at any time where Make is not told of it.</summary>
    public bool CanUndo => State == ActionState.Waiting || (State == ActionState.Ended && IsOwnState);

    /// <summary>It is not over, and what it is about is on its way.</summary>
    public bool IsLive => State is ActionState.Waiting or ActionState.Running;

    internal static NotificationAction From(ActionRecord record, DateTimeOffset now) => new()
    {
        Id = record.Id,
        Owner = record.Owner,
        Kind = Enum.Parse<ActionKind>(record.Kind),
        State = Enum.Parse<ActionState>(record.State),
        AcceptedAt = record.AcceptedAt,
        DueAt = record.DueAt,
        IsPaused = record.IsPaused,
        IsStopped = record.IsStopped,
        IsHeld = record.HeldUntil > now,
        StartedAt = record.StartedAt,
        EndedAt = record.EndedAt,
        Asked = record.Asked,
        Changed = record.Changed,
        Kept = record.Kept,
        WaitsFor = record.WaitsFor,
        WaitsUntil = record.WaitsUntil,
        IsDismissed = record.IsDismissed,
        Trace = record.Trace,
        Revision = record.Revision,
    };
}
