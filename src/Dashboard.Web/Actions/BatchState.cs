namespace Dashboard.Web.Actions;

/// <summary>How far one request of an action is.</summary>
internal enum BatchState
{
    /// <summary>Not sent, or sent and known to have changed nothing.</summary>
    Pending,

    /// <summary>About to be sent, or sent: without a receipt nobody knows. A look comes before anything else.</summary>
    Sent,

    /// <summary>Answered, and some ids were not named in the answer: a look tells whether they are there.</summary>
    Unconfirmed,

    /// <summary>It is known what became of every id.</summary>
    Settled,
}
