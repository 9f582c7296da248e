namespace Dashboard.Web.Reading;

/// <summary>A thing of Make's that a body links to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The link's text, at most 200 characters and without control or direction marks; the id where there is none. Untrusted: show it as text.</param>
/// <param name="Id">Make's id: decimal digits, or 32 hexadecimal digits for an execution.</param>
/// <param name="Uri">Where the link leads; http or https.</param>
/// <param name="IsForeign">True where the host is none of the viewer's own Make hosts: anybody can write such a link, so it is not to be offered as a button.</param>
public sealed record NotificationPart(PartKind Kind, string Name, string Id, Uri Uri, bool IsForeign);
