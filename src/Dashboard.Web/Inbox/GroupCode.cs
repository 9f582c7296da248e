namespace Dashboard.Web.Inbox;

/// <summary>Names a group within one snapshot, by numbers: quick to compare row by row.</summary>
/// <param name="Zone">Number of the first part of the zone; 0 where zones are not told apart.</param>
/// <param name="Type">Make's type; 0 where types are not told apart.</param>
/// <param name="Name">Number of the subject, the scenario or the day; 0 where there is none.</param>
internal readonly record struct GroupCode(int Zone, int Type, int Name)
{
    public override int GetHashCode() => unchecked((((Zone * 397) ^ Type) * 0x01000193) ^ Name);
}
