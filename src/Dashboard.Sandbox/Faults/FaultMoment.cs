namespace Dashboard.Sandbox.Faults;

/// <summary>When a connection is dropped or an answer held up.</summary>
public enum FaultMoment
{
    /// <summary>Nothing was changed.</summary>
    Before,

    /// <summary>The change was made and only its answer is lost or late.</summary>
    After,
}
