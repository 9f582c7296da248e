using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Client;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Dashboard.Web.Inbox.Query;

/// <summary>A name that may stand before a colon, what is expected behind it, and what it is for: the language's reference in one table.</summary>
public sealed class FilterName
{
    private FilterName(string name, string expected, string example, string purpose, TextParser<Condition> value) =>
        (Name, Expected, Example, Purpose, Value) = (name, expected, example, purpose, value);

    /// <summary>All of them, in the order people are told of them.</summary>
    public static ImmutableArray<FilterName> All { get; } =
    [
        new("is", "unread, read, done or open", "is:unread", "unread or read at Make; done here, or open: not done here", State()),
        new("zone", "a zone like eu1", "zone:eu1", "the zone's domain or name", Text(zone => new Condition.InZone(zone))),
        new("connection", "a connection's name, in quotes if it has spaces", "connection:\"EU1 work\"", "the connection, as you call it", Text(name => new Condition.InConnection(name))),
        new("scenario", "a scenario's name, in quotes if it has spaces", "scenario:\"Daily report\"", "the scenario that failed", Text(name => new Condition.InScenario(name))),
        new("type", "a number like 1", "type:1", "Make's type of notification", Type()),
        new("created", "a date like 2026-11-01", "created:>=2026-11-01", "a day, a span (2026-11-01..2026-11-05), or >= > <= < a day; 2026-11-01T14:30 for a minute", Created()),
        new("age", "<, <=, > or >= and a time like 2h (m, h, d or w)", "age:<2h", "how long ago it was created", Aged()),
        new("id", $"1 to {NotificationId.MaxDigits} digits without a leading zero", "id:10", "Make's id of the notification", Id()),
    ];

    /// <summary>The name, without the colon.</summary>
    public string Name { get; }

    /// <summary>What stands behind the colon, for an error to say.</summary>
    public string Expected { get; }

    /// <summary>A whole filter that can be read.</summary>
    public string Example { get; }

    /// <summary>What it asks for, for a help text.</summary>
    public string Purpose { get; }

    internal TextParser<Condition> Value { get; }

    /// <summary>The filter of a name in upper or lower case, or <see langword="null"/>.</summary>
    public static FilterName? Find(string name) => All.FirstOrDefault(filter => filter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static TextParser<Condition> State() => Read(char.IsAsciiLetter, (string text, out Condition condition) =>
    {
        Condition? state = text.ToUpperInvariant() switch
        {
            "UNREAD" => new Condition.Unread(true),
            "READ" => new Condition.Unread(false),
            "DONE" => new Condition.Done(true),
            "OPEN" => new Condition.Done(false),
            _ => null,
        };
        condition = state ?? Condition.Everything;
        return state is not null;
    });

    private static TextParser<Condition> Text(Func<string, Condition> condition) => Read(_ => true, (string text, out Condition read) =>
    {
        var value = text[0] == '"' ? QuotedText.Read(text) : text;
        read = condition(value);
        return value.Length > 0;
    });

    private static TextParser<Condition> Type() =>
        from type in Read(character => char.IsAsciiDigit(character) || character == '-',
            (string text, out int type) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out type))
        select (Condition)new Condition.OfType(type);

    private static TextParser<Condition> Id() =>
        from id in Read(char.IsAsciiDigit, (string text, out NotificationId id) => NotificationId.TryParse(text, out id))
        select (Condition)new Condition.WithId(id);

    private static TextParser<Condition> Created()
    {
        var date = Read(character => char.IsAsciiDigit(character) || character is '-' or 'T' or ':',
            (string text, out QueryDate date) => QueryDate.TryParse(text, out date));
        var compared =
            from comparison in ComparisonSigns.Parser.Or(Character.EqualTo('=').Value(Comparison.Equal))
            from day in date
            select (Condition)new Condition.Created(comparison, day);
        var span =
            from first in date
            from last in Span.EqualTo("..").IgnoreThen(date).OptionalOrDefault(first)
            select (First: first, Last: last);
        return compared.Or(span
            .Where(span => span.First.Start(TimeZoneInfo.Utc) <= span.Last.Start(TimeZoneInfo.Utc), "the earlier date goes first in a span of dates")
            .Select(span => span.First == span.Last
                ? (Condition)new Condition.Created(Comparison.Equal, span.First)
                : new Condition.CreatedBetween(span.First, span.Last)));
    }

    private static TextParser<Condition> Aged() =>
        from comparison in ComparisonSigns.Parser
        from amount in Read(char.IsAsciiDigit, (string text, out int amount) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out amount) && amount is >= 1 and <= Age.MaxAmount)
        from unit in Character.EqualToIgnoreCase('m').Value(AgeUnit.Minutes)
            .Or(Character.EqualToIgnoreCase('h').Value(AgeUnit.Hours))
            .Or(Character.EqualToIgnoreCase('d').Value(AgeUnit.Days))
            .Or(Character.EqualToIgnoreCase('w').Value(AgeUnit.Weeks))
        select (Condition)new Condition.Aged(comparison, new Age(amount, unit));

    private static TextParser<T> Read<T>(Func<char, bool> isPart, TryRead<T> tryRead) => input =>
        Span.WithAll(isPart)(input) is { HasValue: true } run && tryRead(run.Value.ToStringValue(), out var value)
            ? Result.Value(value, input, run.Remainder)
            : Result.Empty<T>(input);

    private delegate bool TryRead<T>(string text, out T value);
}
