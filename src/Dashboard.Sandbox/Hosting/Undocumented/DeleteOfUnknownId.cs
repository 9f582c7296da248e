namespace Dashboard.Sandbox.Hosting;

/// <summary>What a delete does that names an id the person does not have.</summary>
public enum DeleteOfUnknownId
{
    /// <summary>The others are deleted and the answer lists those, 200.</summary>
    Skipped,

    /// <summary>Nothing is deleted; the answer is that of an unknown id.</summary>
    NotFound,
}
