using System.Text.Json.Serialization;
using Dashboard.Client.Wire;

namespace Dashboard.Client;

/// <summary>The answer of <c>GET /notifications/{notificationId}</c>; the fields are those of <see cref="NotificationSummary"/>, and the body.</summary>
/// <param name="Id">The id.</param>
/// <param name="Subject">The subject as sent: untrusted text, empty when Make gave none.</param>
/// <param name="Read">When it was read, in UTC; null while it is unread.</param>
/// <param name="Created">When it was created, in UTC; the default when Make gave no date.</param>
/// <param name="Type">The kind; see <see cref="NotificationSummary"/>.</param>
/// <param name="Body">HTML as sent: untrusted, to be sanitized before it is shown. Empty when Make gave none.</param>
public sealed record NotificationDetail(
    NotificationId Id,
    [property: JsonConverter(typeof(ShownText))] string Subject = "",
    [property: JsonConverter(typeof(ShownDate))] DateTimeOffset? Read = null,
    [property: JsonConverter(typeof(ShownDateOrDefault))] DateTimeOffset Created = default,
    [property: JsonConverter(typeof(ShownNumber))] int Type = 0,
    [property: JsonConverter(typeof(ShownText))] string Body = "");
