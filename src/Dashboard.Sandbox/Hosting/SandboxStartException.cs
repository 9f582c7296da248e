namespace Dashboard.Sandbox.Hosting;

/// <summary>The sandbox cannot start. The message alone says why, and which key to change.</summary>
public sealed class SandboxStartException(string message, Exception? cause = null) : Exception(message, cause);
