namespace Dashboard.Web.Actions;

internal static partial class ActionsLog
{
    [LoggerMessage(LogLevel.Warning, "Make gave no result for action {Action}: {Failure}; may have been executed: {MayHaveBeenExecuted}.")]
    public static partial void NotAnswered(ILogger logger, long action, string failure, bool mayHaveBeenExecuted);

    [LoggerMessage(LogLevel.Warning, "Make could not be asked what became of action {Action}: {Failure}.")]
    public static partial void NotLooked(ILogger logger, long action, string failure);

    [LoggerMessage(LogLevel.Error, "What became of action {Action} could not be written; trying again.")]
    public static partial void NotWritten(ILogger logger, long action, Exception trouble);

    [LoggerMessage(LogLevel.Error, "Action {Action} broke off; it is taken up again.")]
    public static partial void BrokeOff(ILogger logger, long action, Exception trouble);

    [LoggerMessage(LogLevel.Information, "Action {Action} is carried on by another process.")]
    public static partial void TakenOver(ILogger logger, long action);

    [LoggerMessage(LogLevel.Error, "The outbox could not be read; trying again.")]
    public static partial void NotRead(ILogger logger, Exception trouble);

    [LoggerMessage(LogLevel.Error, "Somebody's actions could not be read; what their pages show may be old.")]
    public static partial void MirrorNotRead(ILogger logger, Exception trouble);

    [LoggerMessage(LogLevel.Error, "What is too old could not be removed; trying again later.")]
    public static partial void NotForgotten(ILogger logger, Exception trouble);
}
