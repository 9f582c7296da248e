namespace Dashboard.Web.Identity;

/// <summary>Why somebody who came back from the identity provider was not let in.</summary>
public enum SignInRefusal
{
    /// <summary>The sign-in was given up, took too long or went wrong on the way.</summary>
    NotFinished,

    /// <summary>The account belongs to a tenant that this portal is not for.</summary>
    OtherTenant,

    /// <summary>The account lacks the role that this portal demands.</summary>
    NoRole,
}
