using System.Text.RegularExpressions;
using Dashboard.Web.Connections;
using Dashboard.Web.Inbox;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Tests.Query;

/// <summary>The meaning of a condition, row by row and as plainly as can be.</summary>
internal static class PlainReading
{
    public static bool Holds(Condition condition, InboxRow row, Zone zone, DateTimeOffset now) =>
        Holds(condition, (row.Subject, row.Type, row.Key.Id.Value, row.Created, row.IsUnread, row.IsDone), zone, now, TimeZoneInfo.Utc);

    public static bool Holds(
        Condition condition, (string Subject, int Type, UInt128 Id, DateTimeOffset Created, bool Unread, bool Done) row, Zone zone, DateTimeOffset now, TimeZoneInfo timeZone) => condition switch
        {
            Condition.All all => all.Operands.All(operand => Holds(operand, row, zone, now, timeZone)),
            Condition.Any any => any.Operands.Any(operand => Holds(operand, row, zone, now, timeZone)),
            Condition.Not not => !Holds(not.Operand, row, zone, now, timeZone),
            Condition.Contains contains => row.Subject.Contains(contains.Text, StringComparison.OrdinalIgnoreCase),
            Condition.Matches matches => Regex.IsMatch(row.Subject, matches.Pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
            Condition.InScenario scenario => row.Subject.Equals($"Encountered error in {scenario.Name} scenario", StringComparison.OrdinalIgnoreCase),
            Condition.InZone wanted => new[] { zone.Domain, zone.Name, zone.Domain.Split('.')[0] }.Contains(wanted.Zone, StringComparer.OrdinalIgnoreCase),
            Condition.InConnection wanted => wanted.Name.Equals(RandomRows.Connection, StringComparison.OrdinalIgnoreCase),
            Condition.OfType wanted => row.Type == wanted.Type,
            Condition.Unread wanted => row.Unread == wanted.Wanted,
            Condition.Done wanted => row.Done == wanted.Wanted,
            Condition.WithId wanted => row.Id == wanted.Id.Value,
            Condition.Created wanted => Compares(Local(row.Created, wanted.Date, timeZone).CompareTo(Text(wanted.Date)), wanted.Comparison),
            Condition.CreatedBetween between =>
                Local(row.Created, between.First, timeZone).CompareTo(Text(between.First)) >= 0 && Local(row.Created, between.Last, timeZone).CompareTo(Text(between.Last)) <= 0,
            Condition.Aged aged => Compares((now - row.Created).CompareTo(TimeSpan.FromMilliseconds(aged.Age.Milliseconds)), aged.Comparison),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };

    private static DateTime Local(DateTimeOffset created, QueryDate date, TimeZoneInfo timeZone)
    {
        var local = TimeZoneInfo.ConvertTime(created, timeZone).DateTime;
        return date.Time is null ? local.Date : new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0);
    }

    private static DateTime Text(QueryDate date) => date.Day.ToDateTime(date.Time ?? TimeOnly.MinValue);

    private static bool Compares(int order, Comparison comparison) => comparison switch
    {
        Comparison.Less => order < 0,
        Comparison.AtMost => order <= 0,
        Comparison.Equal => order == 0,
        Comparison.AtLeast => order >= 0,
        _ => order > 0,
    };
}
