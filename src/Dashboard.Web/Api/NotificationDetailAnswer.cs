using Dashboard.Web.Actions;
using Dashboard.Web.Reading;

namespace Dashboard.Web.Api;

/// <summary>A notification with its message.</summary>
/// <param name="Notification">What a list says of it, as Make said it just now.</param>
/// <param name="Html">The message as HTML in which nothing runs, loads or styles; empty where it can only be shown as text.</param>
/// <param name="Text">Its words.</param>
/// <param name="Source">As Make sent it. Anyone who can make a scenario fail may have written it: never to be shown as HTML.</param>
/// <param name="Notice">What was left out of the HTML, or why there is none; nothing where all is there.</param>
/// <param name="Parts">The scenarios, executions, teams and organizations that the message links to.</param>
/// <param name="Details">Its lines of code: the error as the scenario's module wrote it.</param>
internal sealed record NotificationDetailAnswer(
    NotificationAnswer Notification, string Html, string Text, string Source, string? Notice, IReadOnlyList<NotificationDetailAnswer.Part> Parts, IReadOnlyList<string> Details)
{
    public static NotificationDetailAnswer Of(OpenedNotification opened) => new(
        NotificationAnswer.Of(opened.Row),
        opened.Body.Html,
        opened.Body.Text,
        opened.Body.Source,
        opened.Body.Notice,
        [.. opened.Body.Parts.Select(part => new Part(ActionAnswer.Name(part.Kind.ToString()), part.Uri.AbsoluteUri, part.IsForeign))],
        opened.Body.Details);

    /// <param name="Kind"><c>scenario</c>, <c>execution</c>, <c>team</c> or <c>organization</c>.</param>
    /// <param name="Link">Where the message links to.</param>
    /// <param name="IsForeign">The link leads to a host that is none of the connection's at Make.</param>
    public sealed record Part(string Kind, string Link, bool IsForeign);
}
