using System.Collections.Immutable;
using Dashboard.Web.Inbox.Query;

namespace Dashboard.Web.Inbox;

/// <summary>What a person wants to see and in which order. Its one canonical form is the address of the page.</summary>
public sealed record InboxQuery
{
    /// <summary>Newest first.</summary>
    public static readonly InboxSort DefaultSort = new(InboxColumn.Created, Descending: true);

    private static readonly InboxGrouping[] Groupings = Enum.GetValues<InboxGrouping>();

    private static readonly string GroupNotUnderstood =
        $"Grouping not understood. Expected {string.Join(", ", Groupings[..^1].Select(NameOf))} or {NameOf(Groupings[^1])}.";

    /// <summary>What is wanted.</summary>
    public Condition Where { get; init; } = Condition.Everything;

    /// <summary>
    /// The order, the first column deciding first; empty for <see cref="DefaultSort"/>. Rows that are alike in all of it stand by id,
    /// newest first, and what follows the id is left out: nothing is left to decide.
    /// </summary>
    public ImmutableArray<InboxSort> Sorts { get; init => field = Canonical(value); } = [];

    /// <summary>What rows are folded together by; <see langword="null"/> for not at all.</summary>
    public InboxGrouping? Group { get; init; }

    /// <summary>The column that decides first.</summary>
    public InboxSort Sort => Sorts is [var first, ..] ? first : DefaultSort;

    /// <summary>The one zone asked for, as the query names it: a domain, the first label of it, or a name; <see langword="null"/> for none or several.</summary>
    public string? Zone => Where.Terms.OfType<Condition.InZone>().ToArray() is [var only] ? only.Zone : null;

    /// <summary><see langword="true"/> for unread ones only, <see langword="false"/> for read ones only, <see langword="null"/> for both.</summary>
    public bool? Unread => Where.Terms.OfType<Condition.Unread>().ToArray() is [var only] ? only.Wanted : null;

    /// <summary>The query as a person would type it, without the order; empty when everything is wanted.</summary>
    public string Text => Where.ToString();

    /// <summary>The order as the address carries it; <see langword="null"/> for the default one, so that the address stays short.</summary>
    public string? SortText => Sorts.IsEmpty ? null : Query.SortText.Print(Sorts);

    /// <summary>The grouping as the address carries it; <see langword="null"/> for none.</summary>
    public string? GroupText => Group is { } group ? NameOf(group) : null;

    /// <summary>Reads what an address says.</summary>
    /// <param name="text">The query. One that can't be read is not applied at all.</param>
    /// <param name="sort">The order. One that can't be read is not applied at all.</param>
    /// <param name="group">The grouping. One that can't be read is not applied at all.</param>
    /// <param name="problem">What does not make sense and what is expected there, in words.</param>
    /// <param name="maxLength">Most characters of the query.</param>
    public static InboxQuery Parse(string? text, string? sort, string? group, out string? problem, int maxLength = QueryText.MaxLength)
    {
        InboxGrouping? grouping = Groupings.Where(known => NameOf(known).Equals(group?.Trim(), StringComparison.OrdinalIgnoreCase)).Select(known => (InboxGrouping?)known).FirstOrDefault();
        var isRead = QueryText.TryParse(text, out var where, out var queryError, maxLength);
        var isSorted = Query.SortText.TryParse(sort, out var sorts, out var sortError);
        string?[] problems =
        [
            isRead ? null : $"Not understood. {queryError}.",
            isSorted ? null : $"Order not understood. {sortError}.",
            grouping is not null || string.IsNullOrWhiteSpace(group) ? null : GroupNotUnderstood,
        ];
        problem = problems.OfType<string>().ToArray() is { Length: > 0 } said ? string.Join(' ', said) : null;
        return new InboxQuery { Where = where ?? Condition.Everything, Sorts = sorts, Group = grouping };
    }

    /// <summary>The same with another zone; <see langword="null"/> for all.</summary>
    public InboxQuery WithZone(string? zone) => this with { Where = Where.With(zone is null ? null : new Condition.InZone(zone)) };

    /// <summary>The same with another connection, by its name; <see langword="null"/> for all.</summary>
    public InboxQuery WithConnection(string? name) => this with { Where = Where.With(name is null ? null : new Condition.InConnection(name)) };

    /// <summary>The same for unread ones only, read ones only, or both.</summary>
    public InboxQuery WithUnread(bool? unread) => this with { Where = Where.With(unread is { } wanted ? new Condition.Unread(wanted) : null) };

    /// <summary>The same in another order.</summary>
    public InboxQuery WithSort(InboxSort sort) => this with { Sorts = [sort] };

    /// <summary>The same folded together in another way; <see langword="null"/> for not at all.</summary>
    public InboxQuery WithGroup(InboxGrouping? group) => this with { Group = group };

    /// <summary>The same ordered by one column more, or by the same columns with this one turned round.</summary>
    public InboxQuery WithNextSort(InboxSort sort)
    {
        ImmutableArray<InboxSort> sorts = Sorts.IsEmpty ? [DefaultSort] : Sorts;
        var known = sorts.Select(old => old.Column).ToList().IndexOf(sort.Column);
        return this with { Sorts = known < 0 ? sorts.Add(sort) : sorts.SetItem(known, sort) };
    }

    /// <inheritdoc />
    public bool Equals(InboxQuery? other) => other is not null && Where == other.Where && Group == other.Group && Sorts.SequenceEqual(other.Sorts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Where, SortText, Group);

    /// <summary>Whether a zone can hold rows that are wanted.</summary>
    internal bool Admits(ZonePart part) => Holds(Where, part) != false;

    /// <summary>What the zone and its connection alone tell about a condition; <see langword="null"/> where its rows decide.</summary>
    private static bool? Holds(Condition condition, ZonePart part) => condition switch
    {
        Condition.All all => all.Operands.Aggregate((bool?)true, (held, operand) => held & Holds(operand, part)),
        Condition.Any any => any.Operands.Aggregate((bool?)false, (held, operand) => held | Holds(operand, part)),
        Condition.Not not => !Holds(not.Operand, part),
        Condition.InZone wanted => ZoneTest.IsNamed(part.Zone, wanted.Zone),
        Condition.InConnection wanted => ConnectionTest.IsNamed(part.Connection.Name, wanted.Name),
        _ => null,
    };

    private static string NameOf(InboxGrouping group) => group.ToString().ToLowerInvariant();

    private static ImmutableArray<InboxSort> Canonical(ImmutableArray<InboxSort> sorts)
    {
        ImmutableArray<InboxSort> distinct = sorts.IsDefault ? [] : [.. sorts.DistinctBy(sort => sort.Column)];
        var id = distinct.Select(sort => sort.Column).ToList().IndexOf(InboxColumn.Id);
        ImmutableArray<InboxSort> deciding = id < 0 ? distinct : distinct[..(id + 1)];
        // Newest id first is how every order ends.
        if (deciding is [.., _, { Column: InboxColumn.Id, Descending: true }])
            deciding = deciding[..^1];
        return deciding is [var only] && only == DefaultSort ? [] : deciding;
    }
}
