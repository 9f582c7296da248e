namespace Dashboard.Client;

/// <summary>A zone of Make, from <c>GET /enums/imt-zones</c>.</summary>
/// <param name="Id">What <c>imtZoneId</c> takes.</param>
/// <param name="Domain">The zone's host name.</param>
/// <param name="Name">What people call it.</param>
public sealed record ImtZone(int Id, string Domain, string Name);
