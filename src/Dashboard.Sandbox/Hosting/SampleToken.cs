namespace Dashboard.Sandbox.Hosting;

/// <summary>A demo API token to connect with.</summary>
/// <param name="Label">Whose it is and what it may do.</param>
/// <param name="Token">A UUID, sent as <c>Authorization: Token …</c>.</param>
public sealed record SampleToken(string Label, string Token);
