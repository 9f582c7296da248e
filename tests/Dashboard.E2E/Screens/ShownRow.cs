namespace Dashboard.E2E.Screens;

/// <summary>A row as a person reads it.</summary>
public sealed record ShownRow(string Id, string Zone, string Subject);
