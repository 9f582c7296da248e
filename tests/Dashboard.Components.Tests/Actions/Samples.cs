using Dashboard.Web.Actions;

namespace Dashboard.Components.Tests.Actions;

/// <summary>Actions to show components with.</summary>
internal static class Samples
{
    public static NotificationAction Action(ActionKind kind, ActionState state = ActionState.Ended) => new()
    {
        Id = 7,
        Owner = "tenant.alice",
        Kind = kind,
        State = state,
        AcceptedAt = Sample.Now,
        DueAt = Sample.Now.AddSeconds(10),
        Asked = 100,
    };
}
