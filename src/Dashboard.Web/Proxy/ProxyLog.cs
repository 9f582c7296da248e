namespace Dashboard.Web.Proxy;

internal static partial class ProxyLog
{
    [LoggerMessage(LogLevel.Warning, "Make {Environment} has stopped answering: nothing is sent there for {Seconds} s.")]
    public static partial void StoppedAnswering(ILogger logger, string environment, int seconds);

    [LoggerMessage(LogLevel.Information, "Make {Environment} answers again.")]
    public static partial void AnswersAgain(ILogger logger, string environment);
}
