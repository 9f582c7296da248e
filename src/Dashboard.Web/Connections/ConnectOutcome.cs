namespace Dashboard.Web.Connections;

/// <summary>How an attempt to connect ended.</summary>
public enum ConnectOutcome
{
    Connected,

    /// <summary>The environment is not in the settings.</summary>
    UnknownEnvironment,

    /// <summary>Make's API tokens are UUIDs; what was pasted is not one.</summary>
    NotAToken,

    /// <summary>Make does not know the token.</summary>
    Refused,

    /// <summary>Make could not be asked.</summary>
    Unreachable,

    /// <summary>Make has reached its request limit.</summary>
    Throttled,

    /// <summary>Make answered something that is not in its reference.</summary>
    NotMake,

    /// <summary>The person said no at Make.</summary>
    Denied,

    /// <summary>Make's answer belongs to no attempt that this browser has begun and not ended.</summary>
    NotBegunHere,

    /// <summary>Somebody else is signed in than the one who began.</summary>
    SomebodyElse,

    /// <summary>Make does not redeem the code: it expired or was used.</summary>
    CodeExpired,

    /// <summary>Make's OAuth server could not be reached, or did not answer as it should.</summary>
    OAuthDown,
}
