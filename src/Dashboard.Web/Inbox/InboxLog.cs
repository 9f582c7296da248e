namespace Dashboard.Web.Inbox;

internal static partial class InboxLog
{
    [LoggerMessage(LogLevel.Error, "The connections of an open inbox could not be read.")]
    public static partial void ConnectionsNotRead(ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Zone {Zone} could not be read: {Failure}.")]
    public static partial void ZoneNotRead(ILogger logger, string zone, string failure);

    [LoggerMessage(LogLevel.Warning, "Unread counts could not be read: {Failure}.")]
    public static partial void CountsNotRead(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Error, "Reading zone {Zone} broke.")]
    public static partial void ZoneBroke(ILogger logger, string zone, Exception failure);

    [LoggerMessage(LogLevel.Error, "A refresh broke; the next one starts anew.")]
    public static partial void RefreshBroke(ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Error, "The marks of an inbox that has ended could not be let go of.")]
    public static partial void MarksNotLetGo(ILogger logger, Exception failure);
}
