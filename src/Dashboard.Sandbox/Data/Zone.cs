namespace Dashboard.Sandbox.Data;

/// <summary>A zone as <c>/enums/imt-zones</c> lists it (make-api §1). The ids and domains at Make are not published; these are the sandbox's own.</summary>
/// <param name="Id">The value of <c>imtZoneId</c>.</param>
/// <param name="Domain">A host name under the reserved <c>.example</c>, so that nothing answers there and no link leads to Make.</param>
/// <param name="Name">The name shown to people.</param>
/// <param name="FirstId">Where the zone's notification ids begin. Each start lies just below a size at which a careless reader of ids breaks.</param>
public sealed record Zone(int Id, string Domain, string Name, ulong FirstId)
{
    /// <summary>The four zones, by id.</summary>
    public static IReadOnlyList<Zone> All { get; } =
    [
        // The ids 1 to 3 are those of the published sample.
        new(1, "eu1.make.example", "EU1", 4),
        // Soon past 2^53, where a double loses digits.
        new(2, "eu2.make.example", "EU2", 9_007_199_254_740_900),
        // Soon past 2^31.
        new(3, "us1.make.example", "US1", 2_147_483_600),
        // All past 2^63, and soon from 19 digits to 20.
        new(4, "us2.make.example", "US2", 9_999_999_999_999_999_700),
    ];

    /// <summary>The zone's share of an account's notifications: most work is done in the first zone.</summary>
    internal static int[] Shares { get; } = [12, 4, 3, 1];
}
