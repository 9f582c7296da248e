namespace Dashboard.Sandbox.Hosting;

/// <summary>What a body sent to <c>POST /notifications/mark-as-read</c> does. It never marks some only.</summary>
public enum MarkWithBody
{
    /// <summary>400 SC400; the answer says that this is the sandbox's choice.</summary>
    BadRequest,

    /// <summary>Nothing.</summary>
    Ignored,
}
