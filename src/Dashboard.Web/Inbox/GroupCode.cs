namespace Dashboard.Web.Inbox;

/// <summary>Names a group within one snapshot, by numbers: quick to compare row by row.</summary>
/// <param name="Zone">Number of the first part of the zone; 0 where zones are not told apart.</param>
/// <param name="Type">Make's type; 0 where types are not told apart.</param>
/// <param name="Name">Number of the subject, the scenario or the day; 0 where there is none.</param>
internal readonly record struct GroupCode(int Zone, int Type, int Name)
{
    /// <summary>Spread over all bits, the lowest ones too.</summary>
    public override int GetHashCode()
    {
        var mixed = (((ulong)(uint)Type << 32 | (uint)Name) + ((ulong)(uint)Zone << 24)) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 32 ^ mixed >> 58);
    }
}
