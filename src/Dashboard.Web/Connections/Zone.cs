namespace Dashboard.Web.Connections;

/// <summary>A zone of Make as a connection sees it (reference §1).</summary>
/// <param name="ImtZoneId">Sent as <c>imtZoneId</c>; <see langword="null"/> where the environment has no zone list and nothing is sent.</param>
/// <param name="Domain">Its domain, or the environment's host where there is no zone list.</param>
/// <param name="Name">What Make calls it.</param>
public sealed record Zone(int? ImtZoneId, string Domain, string Name);
