namespace Dashboard.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The answer comes late, by <see cref="Fault.DelayMilliseconds"/>, before or after the operation is carried out.</summary>
    Delay,

    /// <summary>The answer is 429, with <see cref="Fault.RetryAfterSeconds"/> if set.</summary>
    Throttle,

    /// <summary>The answer is <see cref="Fault.Status"/>.</summary>
    Status,

    /// <summary>The connection is dropped without an answer, before or after the operation is carried out.</summary>
    Drop,

    /// <summary>A delete leaves some of the ids undeleted.</summary>
    PartialDelete,
}
