using System.Numerics;

namespace Dashboard.Web.Inbox;

/// <summary>
/// Numbers groups in the order in which they are met, by a table that is asked once for every row. It is roomy while it is filled, since
/// most of the time would go into collisions: one takes the next place.
/// </summary>
internal sealed class GroupNumbers
{
    private const int PlacesWhileFilled = 8;
    private const int PlacesWhenFull = 2;

    private GroupCode[] _codes = new GroupCode[512];
    private int[] _places = new int[512 * PlacesWhileFilled];

    /// <summary>How many groups were met.</summary>
    public int Count { get; private set; }

    /// <summary>The group of a number.</summary>
    public GroupCode this[int number] => _codes[number];

    /// <summary>The number of a group, new or known.</summary>
    public int Add(GroupCode code)
    {
        ref var place = ref PlaceOf(code);
        if (place > 0)
            return place - 1;
        if (Count == _codes.Length)
        {
            Resize(_codes.Length * 2, PlacesWhileFilled);
            place = ref PlaceOf(code);
        }

        _codes[Count] = code;
        return (place = ++Count) - 1;
    }

    /// <summary>No more groups will be met: gives back the room for them.</summary>
    public void Trim() => Resize(Count, PlacesWhenFull);

    /// <summary>The number of a group, or -1 where it was not met.</summary>
    public int Find(GroupCode code) => PlaceOf(code) - 1;

    /// <summary>Where the group stands in the table, or the free place where it belongs. Places hold numbers counted from 1.</summary>
    private ref int PlaceOf(GroupCode code)
    {
        var (places, codes, last) = (_places, _codes, _places.Length - 1);
        var place = code.GetHashCode() & last;
        while (places[place] is > 0 and var number && codes[number - 1] != code)
            place = (place + 1) & last;
        return ref places[place];
    }

    private void Resize(int groups, int placesForEach)
    {
        Array.Resize(ref _codes, groups);
        _places = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, groups * placesForEach))];
        for (var number = 1; number <= Count; number++)
            PlaceOf(_codes[number - 1]) = number;
    }
}
