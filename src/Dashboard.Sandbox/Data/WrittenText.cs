namespace Dashboard.Sandbox.Data;

/// <summary>A text with one fixed body: the published sample, the hostile ones, news, and what is added at run time.</summary>
internal sealed record WrittenText(string Subject, int Type, string Html) : NotificationText(Subject, Type)
{
    public override string Body(string executionId) => Html;
}
