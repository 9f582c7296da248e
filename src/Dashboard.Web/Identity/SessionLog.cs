namespace Dashboard.Web.Identity;

/// <summary>What an administrator did to others' sessions.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(LogLevel.Warning, "The administrator {Administrator} ends the session {Session}.")]
    public static partial void EndsOne(ILogger logger, UserKey administrator, Guid session);

    [LoggerMessage(LogLevel.Warning, "The administrator {Administrator} ends all sessions of {Person}.")]
    public static partial void EndsAll(ILogger logger, UserKey administrator, string person);
}
