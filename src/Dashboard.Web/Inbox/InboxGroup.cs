namespace Dashboard.Web.Inbox;

/// <summary>Rows of a view that are folded together. They stand one after the other.</summary>
/// <param name="Key">Names the group, in later snapshots too.</param>
/// <param name="Title">What its rows share, for people: subject, name of the scenario or zone, type, or day.</param>
/// <param name="Zone">Domain of the zone where grouping tells zones apart, else <see langword="null"/>.</param>
/// <param name="Type">Make's type where grouping tells types apart, else <see langword="null"/>.</param>
/// <param name="First">Position of its first row in the view.</param>
/// <param name="Count">Rows; at least 1.</param>
/// <param name="Unread">How many of them are unread.</param>
/// <param name="FirstSeen">When the oldest row was created, UTC.</param>
/// <param name="LastSeen">When the newest row was created, UTC.</param>
public sealed record InboxGroup(
    GroupKey Key,
    string Title,
    string? Zone,
    int? Type,
    int First,
    int Count,
    int Unread,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen);
