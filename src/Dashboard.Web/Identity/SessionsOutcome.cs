namespace Dashboard.Web.Identity;

/// <summary>How ending sessions went.</summary>
public enum SessionsOutcome
{
    /// <summary>There was nothing left to end.</summary>
    AlreadyOver,

    /// <summary>One session was ended.</summary>
    Ended,

    /// <summary>All sessions of the person but this one were.</summary>
    OthersEnded,

    /// <summary>All sessions of somebody were.</summary>
    PersonEnded,
}
