namespace Dashboard.Web.Identity;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    /// <summary>It is over, and nobody knows why any more.</summary>
    Unknown,

    /// <summary>The person signed out in this browser.</summary>
    SignedOut,

    /// <summary>The person ended it from another browser.</summary>
    EndedByPerson,

    /// <summary>The person signed in anew in this browser.</summary>
    SignedInAnew,

    /// <summary>An administrator ended it.</summary>
    EndedByAdministrator,

    /// <summary>The person signed out at the identity provider.</summary>
    EndedByProvider,

    /// <summary>Nothing was done with it for longer than <c>Sessions:IdleTimeout</c>.</summary>
    Unused,

    /// <summary>It is older than <c>Sessions:Lifetime</c>.</summary>
    TooOld,
}
