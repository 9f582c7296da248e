namespace Dashboard.Web.Inbox;

/// <summary>How an order reads a list that is sorted already.</summary>
/// <param name="Turned">Every column the other way round.</param>
/// <param name="OldestIdFirst">Rows that are alike in the columns stand by ascending id.</param>
internal readonly record struct RowDirection(bool Turned, bool OldestIdFirst);
