namespace Dashboard.Web.Proxy;

/// <summary>What a request is for, as the use of a budget is told.</summary>
public enum Purpose
{
    /// <summary>The inbox keeps itself in step.</summary>
    Feed,

    /// <summary>A person opens a notification.</summary>
    Detail,

    /// <summary>A change is asked for, or looked for after its answer was lost.</summary>
    Action,

    /// <summary>A credential is tried, or a connection looked after.</summary>
    Check,
}
