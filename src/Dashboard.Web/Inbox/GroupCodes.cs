using System.Globalization;

namespace Dashboard.Web.Inbox;

/// <summary>Tells which group each row of a snapshot belongs to. For any number of threads.</summary>
internal sealed class GroupCodes
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly InboxSnapshot _snapshot;
    private readonly InboxGrouping _grouping;
    private readonly int[] _zoneOfPart;
    private readonly Scenarios _scenarios;
    private readonly ReaderDays _days;

    public GroupCodes(InboxSnapshot snapshot, InboxGrouping grouping, TimeZoneInfo timeZone)
    {
        (_snapshot, _grouping, _days) = (snapshot, grouping, new ReaderDays(timeZone));
        _zoneOfPart = [.. snapshot.Parts.Select(part => ZoneNumber(part.Zone.Domain))];
        _scenarios = grouping == InboxGrouping.Scenario ? snapshot.Scenarios() : Scenarios.None;
    }

    public GroupCode Of(int address) => Of(_snapshot.Part(address), _snapshot.Chunk(address), InboxSnapshot.Place(address));

    public GroupCode Of(int part, RowChunk chunk, int place) => _grouping switch
    {
        InboxGrouping.Failure => new GroupCode(_zoneOfPart[part], chunk.Type(place), chunk.Subject(place)),
        InboxGrouping.Scenario => new GroupCode(0, 0, _scenarios.Of(chunk.Subject(place))),
        InboxGrouping.Zone => new GroupCode(_zoneOfPart[part], 0, 0),
        InboxGrouping.Type => new GroupCode(0, chunk.Type(place), 0),
        _ => new GroupCode(0, 0, _days.Of(chunk.Created(place)).DayNumber),
    };

    /// <summary>The code of a key, or <see langword="null"/> where no row of this snapshot can be of such a group.</summary>
    public GroupCode? Of(GroupKey key)
    {
        if (key.Grouping != _grouping)
            return null;
        var zone = key.Zone is { } domain ? ZoneNumber(domain) : 0;
        int? name = (_grouping, key.Name) switch
        {
            (InboxGrouping.Failure, { } subject) => _snapshot.SubjectNumber(subject),
            (InboxGrouping.Scenario, { } scenario) => _scenarios.Find(scenario),
            (InboxGrouping.Day, { } day) => DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date.DayNumber : null,
            (InboxGrouping.Zone or InboxGrouping.Type, null) => 0,
            _ => null,
        };
        return zone < 0 || name is not { } number ? null : new GroupCode(zone, key.Type ?? 0, number);
    }

    public GroupKey KeyOf(GroupCode code) => _grouping switch
    {
        InboxGrouping.Failure => new GroupKey(_grouping, Domain(code), code.Type, _snapshot.Subject(code.Name)),
        InboxGrouping.Scenario => new GroupKey(_grouping, null, null, _scenarios.Name(code.Name)),
        InboxGrouping.Zone => new GroupKey(_grouping, Domain(code), null, null),
        InboxGrouping.Type => new GroupKey(_grouping, null, code.Type, null),
        _ => new GroupKey(_grouping, null, null, Day(code).ToString(DayFormat, CultureInfo.InvariantCulture)),
    };

    /// <summary>What the group is called, for people.</summary>
    public string TitleOf(GroupCode code) => _grouping switch
    {
        InboxGrouping.Failure => _snapshot.Subject(code.Name) is { Length: > 0 } subject ? subject : "No subject",
        InboxGrouping.Scenario => _scenarios.Name(code.Name) is { Length: > 0 } name ? name : "No scenario named",
        InboxGrouping.Zone => _snapshot.Parts[code.Zone].Zone.Name,
        InboxGrouping.Type => string.Create(CultureInfo.InvariantCulture, $"Type {code.Type}"),
        _ => Day(code) == DateOnly.MinValue ? "No date" : Day(code).ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    private string Domain(GroupCode code) => _snapshot.Parts[code.Zone].Zone.Domain;

    private static DateOnly Day(GroupCode code) => DateOnly.FromDayNumber(code.Name);

    /// <summary>Several connections may see a zone: the first part of its domain stands for all of them. -1 where there is none.</summary>
    private int ZoneNumber(string domain)
    {
        for (var part = 0; part < _snapshot.Parts.Count; part++)
        {
            if (string.Equals(_snapshot.Parts[part].Zone.Domain, domain, StringComparison.OrdinalIgnoreCase))
                return part;
        }

        return -1;
    }
}
