namespace Dashboard.Web.Actions;

/// <summary>Another process has taken an action over: nothing more of it is this process's to do.</summary>
internal sealed class LeaseLostException() : Exception("Another process works on this action now.");
