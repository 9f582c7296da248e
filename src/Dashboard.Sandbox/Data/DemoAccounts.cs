using System.Globalization;
using Dashboard.Sandbox.Api;
using Dashboard.Sandbox.Identity;

namespace Dashboard.Sandbox.Data;

/// <summary>The people of the sandbox: two colleagues and as many more as are asked for, one person of another company, and a stranger from another tenant.</summary>
internal static class DemoAccounts
{
    private static readonly Guid AliceObjectId = new("a11ce000-0000-4000-8000-000000000001");

    /// <summary>More colleagues than this would need a longer number in their names.</summary>
    public const int MostColleagues = 99;

    /// <summary>The accounts.</summary>
    /// <param name="zones">Organizations are in the first so many zones at most.</param>
    /// <param name="colleagues">People of the first company beside Alice and Ben, 0 to <see cref="MostColleagues"/>.</param>
    public static IReadOnlyList<Account> In(int zones, int colleagues)
    {
        var harbour = Company("Harbour Trading", 100, ["Operations", "Webshop"], zones);
        var bluebird = Company("Bluebird Studio", 200, ["Studio"], Math.Min(zones, 2));
        return
        [
            new(11, "Alice Archer", "alice@harbour.example", DemoClient.TenantId, AliceObjectId, ["Dashboard.User", "Dashboard.Admin"], harbour,
            [
                new(new("a11ce000-1111-4111-8111-111111111111"), "Alice, all scopes", Scopes.All),
                new(new("a11ce000-2222-4222-8222-222222222222"), "Alice, may not change anything", Scopes.AllBut(Scopes.NotificationsWrite)),
            ]),
            new(12, "Ben Brook", "ben@harbour.example", DemoClient.TenantId, new("be000000-0000-4000-8000-000000000002"), ["Dashboard.User"], harbour,
            [
                new(new("be000000-1111-4111-8111-111111111111"), "Ben, all scopes", Scopes.All),
                new(new("be000000-2222-4222-8222-222222222222"), "Ben, notifications only", Scopes.Only(Scopes.NotificationsRead, Scopes.NotificationsWrite)),
            ]),
            new(21, "Carol Chen", "carol@bluebird.example", DemoClient.TenantId, new("ca501000-0000-4000-8000-000000000003"), ["Dashboard.User"], bluebird,
                [new(new("ca501000-1111-4111-8111-111111111111"), "Carol, all scopes", Scopes.All)]),
            // The object id is Alice's on purpose: a person is the pair of tenant and object id, never one of them.
            new(31, "Dora Dale", "dora@elsewhere.example", DemoClient.OtherTenantId, AliceObjectId, [], [], []),
            .. Enumerable.Range(1, colleagues).Select(number => Colleague(number, harbour)),
        ];
    }

    private static Account Colleague(int number, Organization[] company)
    {
        var digits = number.ToString("D2", CultureInfo.InvariantCulture);
        return new(
            100 + number, $"Colleague {digits}", $"colleague{digits}@harbour.example", DemoClient.TenantId, new($"c0000{digits}0-0000-4000-8000-000000000004"), ["Dashboard.User"], company,
            [new(new($"c0000{digits}0-1111-4111-8111-111111111111"), $"Colleague {digits}, all scopes", Scopes.All)]);
    }

    private static Organization[] Company(string name, int firstId, string[] teams, int zones) =>
        [.. Zone.All.Take(zones).Select(zone => new Organization(firstId + zone.Id, $"{name} {zone.Name}", zone, teams))];
}
