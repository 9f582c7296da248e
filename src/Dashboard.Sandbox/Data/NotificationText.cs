namespace Dashboard.Sandbox.Data;

/// <summary>What a notification says. Many notifications share one text; the body is made when it is asked for.</summary>
internal abstract record NotificationText(string Subject, int Type)
{
    /// <summary>The HTML body for one execution.</summary>
    /// <param name="executionId">32 hex digits, the same for every copy of the same event.</param>
    public abstract string Body(string executionId);
}
