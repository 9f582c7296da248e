namespace Dashboard.Sandbox.Control;

/// <summary>The body of <c>POST /sandbox/revocations</c>: one of the two. What is revoked is refused until the sandbox starts anew or the person allows it again.</summary>
/// <param name="Token">An API token: every later call with it is refused.</param>
/// <param name="Account">An e-mail address: everything that person has allowed an OAuth client ends.</param>
internal sealed record Revocation(Guid? Token = null, string? Account = null);
