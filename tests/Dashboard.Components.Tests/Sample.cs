using Dashboard.Client;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;

namespace Dashboard.Components.Tests;

/// <summary>Snapshots to show components with.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static readonly Connection Connection = new()
    {
        Id = Guid.Parse("5f0c4b6e-3f0f-4f4e-9c55-0d7a4c1f1a01"),
        Owner = "tenant.alice",
        Environment = "EU",
        Name = "EU",
        AccountId = 1,
        AccountName = "Alice",
        AccountEmail = "alice@harbour.example",
        Scopes = [.. MakeScope.All.Select(scope => scope.Name)],
        Zones = [new Zone(1, "eu1.make.example", "EU1"), new Zone(2, "eu2.make.example", "EU2")],
        ConnectedAt = Now,
    };

    /// <summary>A snapshot with one part for each state, in the order of the connection's zones, each with these ids.</summary>
    public static InboxSnapshot Snapshot(IReadOnlyList<ZoneState> states, params int[] ids)
    {
        var subjects = new SubjectTable(TimeProvider.System);
        StoredRow[] rows = [.. ids.OrderDescending().Select(id => StoredRow.From(new NotificationSummary(
            new NotificationId((UInt128)id), $"Subject {id}", null, Now.AddMinutes(id), 1), subjects))];
        return new InboxSnapshot(
            [.. states.Select((state, zone) => new ZonePart(Connection, Connection.Zones[zone], ZoneRows.Empty.WithPage(rows, fromNewest: true, toOldest: true), state))],
            subjects);
    }
}
