namespace Dashboard.Web.Actions;

/// <summary>How far an action is.</summary>
public enum ActionState
{
    /// <summary>Accepted; nothing was asked of Make yet, and it can be taken back.</summary>
    Waiting,

    /// <summary>Make is being asked, or will be as soon as it can.</summary>
    Running,

    /// <summary>Over: the receipt says what became of each notification.</summary>
    Ended,

    /// <summary>Taken back before anything was asked of Make, or, where it is the portal's own state, put back.</summary>
    Undone,
}
