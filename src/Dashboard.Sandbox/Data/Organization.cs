namespace Dashboard.Sandbox.Data;

/// <summary>An organization. At Make it lives in one zone; a company that works in several zones has one organization in each.</summary>
/// <param name="Id">The id in <c>/organizations</c> and in the links of a notification's body.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="Zone">The zone it lives in.</param>
/// <param name="Teams">The names of its teams; a team's id is the organization's id, times ten, plus its place.</param>
public sealed record Organization(int Id, string Name, Zone Zone, IReadOnlyList<string> Teams);
