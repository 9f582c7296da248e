namespace Dashboard.Sandbox.Control;

/// <summary>The body of <c>POST /sandbox/revocations</c>: every later call with this token is refused, until the sandbox starts anew.</summary>
/// <param name="Token">An API token.</param>
internal sealed record Revocation(Guid Token);
