namespace Dashboard.Web.Actions;

/// <summary>What a person asked for could not be written down, so nothing was done. The message is for people.</summary>
public sealed class ActionNotAcceptedException(string message, Exception innerException) : Exception(message, innerException);
