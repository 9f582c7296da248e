using System.Globalization;
using Dashboard.Web.Inbox;

namespace Dashboard.Web.Components.Layout;

/// <summary>What the browser's tab tells of the inbox without being looked at.</summary>
/// <param name="Unread">Unread ones of the person's default view; <see langword="null"/> while unknown, which is never shown as none.</param>
/// <param name="HasTrouble">A zone can't be read, so that the number may be too small.</param>
public sealed record UnreadBadge(int? Unread, bool HasTrouble)
{
    /// <summary>Everything of an inbox, as Make counts it. Unknown until every zone that can be read has told its count.</summary>
    public static UnreadBadge Of(InboxSnapshot snapshot)
    {
        var states = snapshot.Parts.Select(part => part.State).ToArray();
        var isKnown = states.Length > 0 && !states.Any(state => state is { Unread: null, Phase: ZonePhase.Waiting or ZonePhase.Loading });
        return new UnreadBadge(isKnown ? snapshot.Unread : null, states.Any(state => state.Phase is ZonePhase.Behind or ZonePhase.Unreadable));
    }

    /// <summary>Nothing to tell.</summary>
    public static UnreadBadge None { get; } = new(null, HasTrouble: false);

    /// <summary>The tab's title.</summary>
    /// <param name="page">The page's own name.</param>
    public string TitleOf(string page)
    {
        var count = Unread > 0 ? string.Create(CultureInfo.CurrentCulture, $"({Unread:N0}) ") : "";
        return $"{(HasTrouble ? "! " : "")}{count}{page} · Make notifications";
    }
}
