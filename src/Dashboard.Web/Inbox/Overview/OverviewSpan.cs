namespace Dashboard.Web.Inbox.Overview;

/// <summary>The time that an overview looks back over; days are those of the reader's calendar.</summary>
public enum OverviewSpan
{
    /// <summary>24 hours, the last one being the hour that runs.</summary>
    Day,

    /// <summary>14 days, the last one being today.</summary>
    Fortnight,

    /// <summary>60 days, the last one being today.</summary>
    TwoMonths,
}
