namespace Dashboard.Web.Export;

/// <summary>How far an export is.</summary>
public enum ExportPhase
{
    /// <summary>Nobody has fetched the file yet.</summary>
    Waiting,

    /// <summary>The file is on its way.</summary>
    Running,

    /// <summary>The last row was handed over.</summary>
    Done,

    /// <summary>The browser hung up, or writing failed: the file is not whole.</summary>
    Stopped,

    /// <summary>Nobody fetched the file in time.</summary>
    Expired,
}
