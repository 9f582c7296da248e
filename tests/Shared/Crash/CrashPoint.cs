namespace Dashboard.Testing.Crash;

/// <summary>Where in an action's life its process is killed.</summary>
public enum CrashPoint
{
    /// <summary>It is written down; the person has not heard so.</summary>
    Accepted,

    /// <summary>A request is noted, and is not on the wire.</summary>
    AboutToBeSent,

    /// <summary>Make has done it, and the answer has not come.</summary>
    OnItsWay,

    /// <summary>The answer has come, and is not written down.</summary>
    Answered,

    /// <summary>The answer is written down, and nothing else has begun.</summary>
    Recorded,

    /// <summary>After an earlier kill: a look has begun.</summary>
    Looking,

    /// <summary>After an earlier kill: a look has told what is there, and it is not written down.</summary>
    Looked,

    /// <summary>Whenever it hits, from outside.</summary>
    AnyMoment,
}
