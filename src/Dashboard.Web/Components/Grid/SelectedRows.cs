using System.Collections.Immutable;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Grid;

/// <summary>
/// Marked notifications at one moment: positions of a view, and the keys of those that the view does not hold. Immutable, so it may be
/// read on any thread and names the same notifications for good.
/// </summary>
public sealed class SelectedRows
{
    private SelectedRows(IInboxView view, PositionSet inside, ImmutableHashSet<NotificationKey> outside) =>
        (View, Inside, Outside) = (view, inside, outside);

    /// <summary>The view that <see cref="Inside"/> counts in.</summary>
    public IInboxView View { get; }

    /// <summary>Marked rows of the view.</summary>
    public PositionSet Inside { get; }

    /// <summary>Marked notifications that the view does not hold, such as those that a later query leaves out.</summary>
    public ImmutableHashSet<NotificationKey> Outside { get; }

    public int Count => Inside.Count + Outside.Count;

    /// <summary>The marked keys, each once: in the view's order, then the others.</summary>
    public IEnumerable<NotificationKey> Keys => Inside.Positions.Select(position => View[position].Key).Concat(Outside);

    /// <summary>Nothing of a view.</summary>
    public static SelectedRows None(IInboxView view) => new(view, PositionSet.Empty, []);

    /// <summary>Some rows of a view. Looks at each: where they are many, off the circuit's thread.</summary>
    public static SelectedRows Where(IInboxView view, Predicate<InboxRow> wanted, CancellationToken cancellationToken)
    {
        var inside = new List<int>();
        for (var position = 0; position < view.Count; position++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (wanted(view[position])) inside.Add(position);
        }

        return new SelectedRows(view, PositionSet.Of(inside), []);
    }

    public bool Contains(NotificationKey key) => Outside.Contains(key) || (View.PositionOf(key) is >= 0 and var position && Inside.Contains(position));

    /// <summary>The same with other rows of the view.</summary>
    public SelectedRows With(PositionSet inside) => new(View, inside, Outside);

    /// <summary>The same with other notifications that the view does not hold.</summary>
    public SelectedRows With(ImmutableHashSet<NotificationKey> outside) => new(View, Inside, outside);

    /// <summary>The same notifications found again in another view. Looks at every marked one: where they are many, off the circuit's thread.</summary>
    /// <param name="view">The newer view.</param>
    /// <param name="exists">Tells of one that the view does not hold whether it still exists; one that does not is left out.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public SelectedRows In(IInboxView view, Predicate<NotificationKey> exists, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(view, View)) return this;
        var (inside, outside, shift) = (new List<int>(Count), ImmutableHashSet.CreateBuilder<NotificationKey>(), 0);
        foreach (var position in Inside.Positions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = View[position].Key;
            // Most rows have moved as far as the one before: looking there is cheaper than searching.
            var at = position + shift;
            if (at < 0 || at >= view.Count || view[at].Key != key) at = view.PositionOf(key);
            if (at >= 0) shift = at - position;
            Place(key, at);
        }

        foreach (var key in Outside) Place(key, view.PositionOf(key));
        return new SelectedRows(view, PositionSet.Of(inside), outside.ToImmutable());

        void Place(NotificationKey key, int at)
        {
            if (at >= 0) inside.Add(at);
            else if (exists(key)) outside.Add(key);
        }
    }
}
