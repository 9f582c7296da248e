namespace Dashboard.Web.Inbox;

/// <summary>The time that the bars of a group stand for.</summary>
public enum GroupSpan
{
    /// <summary>24 bars, an hour each; the last one is the hour that runs.</summary>
    Day,

    /// <summary>14 bars, a day of the reader's calendar each; the last one is today.</summary>
    Fortnight,
}
