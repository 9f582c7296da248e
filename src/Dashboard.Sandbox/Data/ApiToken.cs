namespace Dashboard.Sandbox.Data;

/// <summary>A demo API token: a UUID as at Make (make-api §2), worth nothing outside the sandbox.</summary>
public sealed record ApiToken(Guid Value, string Label, IReadOnlySet<string> Scopes);
