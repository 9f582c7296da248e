namespace Dashboard.Web.Data;

/// <summary>A change that a person asked for: written before anything else happens, so that no later moment can lose it.</summary>
public sealed class ActionRecord
{
    public long Id { get; set; }

    /// <summary>User key of the person who asked.</summary>
    public required string Owner { get; set; }

    /// <summary>What is changed, by its name.</summary>
    public required string Kind { get; set; }

    /// <summary>How far it is, by its name.</summary>
    public required string State { get; set; }

    public DateTimeOffset AcceptedAt { get; set; }

    /// <summary>When it begins unless it is taken back; moved while a hand rests on the offer to undo it.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>A page keeps it from beginning until then, and says so again as long as it does.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>No page may hold it longer than this.</summary>
    public DateTimeOffset? LongestHold { get; set; }

    /// <summary>What has not gone out waits until the person says so.</summary>
    public bool IsPaused { get; set; }

    /// <summary>What has not gone out will not.</summary>
    public bool IsStopped { get; set; }

    /// <summary>The process that works on it; another may take it over once the lease has run out.</summary>
    public string? Holder { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Notifications it is about.</summary>
    public int Asked { get; set; }

    /// <summary>Those that are known to be changed.</summary>
    public int Changed { get; set; }

    /// <summary>Those that were not changed, each with a reason.</summary>
    public int Kept { get; set; }

    /// <summary>What it waits for, in words; <see langword="null"/> while it goes on.</summary>
    public string? WaitsFor { get; set; }

    public DateTimeOffset? WaitsUntil { get; set; }

    /// <summary>The person has seen what was kept and why.</summary>
    public bool IsDismissed { get; set; }

    /// <summary>The step of a trace that accepted it, in the form of W3C's <c>traceparent</c>; what is asked of Make for it hangs below.</summary>
    public string? Trace { get; set; }

    /// <summary>Grows with every change, so that other processes notice.</summary>
    public long Revision { get; set; }
}
