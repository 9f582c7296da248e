namespace Dashboard.Sandbox.Hosting;

/// <summary>What <c>POST /notifications/mark-as-read</c> without <c>ids=all</c> does.</summary>
public enum MarkWithoutAll
{
    /// <summary>400 SC400; the answer says that this is the sandbox's choice.</summary>
    BadRequest,

    /// <summary>The same as with <c>ids=all</c>.</summary>
    MarksAll,
}
