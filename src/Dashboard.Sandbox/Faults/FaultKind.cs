namespace Dashboard.Sandbox.Faults;

/// <summary>What goes wrong.</summary>
public enum FaultKind
{
    /// <summary>The answer comes late, by <see cref="Fault.DelayMilliseconds"/>, before or after the operation is carried out.</summary>
    Delay,

    /// <summary>The answer is 429, with <see cref="Fault.RetryAfterSeconds"/> or <see cref="Fault.RetryAfter"/> if set.</summary>
    Throttle,

    /// <summary>The answer is <see cref="Fault.Status"/>, an error of Make's, and nothing is carried out.</summary>
    Status,

    /// <summary>The connection is dropped without an answer, before or after the operation is carried out.</summary>
    Drop,

    /// <summary>A delete leaves some of the ids undeleted.</summary>
    PartialDelete,

    /// <summary>
    /// The answer has <see cref="Fault.Status"/>, <see cref="Fault.ContentType"/> and <see cref="Fault.Body"/> in place of what it should be,
    /// before or after the operation is carried out: a web page, half of an answer, ids that nobody asked for.
    /// </summary>
    Answer,

    /// <summary>The answer says how long it is, and the connection is dropped in the middle of it. The operation is carried out.</summary>
    Cut,

    /// <summary>The answer's body comes byte by byte, <see cref="Fault.DelayMilliseconds"/> apart. The operation is carried out.</summary>
    Drip,

    /// <summary>
    /// The answer is followed by <see cref="Fault.Megabytes"/> of blanks, compressed where whoever asks accepts gzip. The operation is carried out.
    /// </summary>
    Swell,
}
