namespace Dashboard.Web.Inbox;

/// <summary>What rows are folded together by.</summary>
public enum InboxGrouping
{
    /// <summary>Zone, type and subject: rows that say the same thing.</summary>
    Failure,

    /// <summary>The scenario that the subject names.</summary>
    Scenario,

    Zone,

    Type,

    /// <summary>The reader's day in which Make created the row.</summary>
    Day,
}
