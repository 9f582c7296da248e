namespace Dashboard.Web.Actions;

/// <summary>What a person can ask to be changed.</summary>
public enum ActionKind
{
    /// <summary>Gone from Make for good (reference §6.4).</summary>
    Delete,

    /// <summary>Everything of a zone read at Make: it knows no finer way (reference §6.3).</summary>
    MarkAllRead,

    /// <summary>Done here. Make is never told.</summary>
    Done,

    /// <summary>No longer done here. Make is never told.</summary>
    Reopen,
}
