namespace Dashboard.Web.Data;

/// <summary>A zone as <c>/enums/imt-zones</c> gave it when the connection was made.</summary>
public sealed class ZoneRecord
{
    /// <summary>Make's <c>imtZoneId</c>; <see langword="null"/> where the environment has no zone list and the parameter is not sent.</summary>
    public int? ImtZoneId { get; set; }

    public required string Domain { get; set; }

    public required string Name { get; set; }
}
