namespace Dashboard.Sandbox.Faults;

/// <summary>When a connection is dropped.</summary>
public enum FaultMoment
{
    /// <summary>Nothing was changed.</summary>
    Before,

    /// <summary>The change was made and only its answer is lost.</summary>
    After,
}
