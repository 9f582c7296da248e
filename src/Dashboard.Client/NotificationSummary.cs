using System.Text.Json.Serialization;
using Dashboard.Client.Wire;

namespace Dashboard.Client;

/// <summary>
/// One row of <c>GET /notifications</c>. Only the id is read strictly; a row whose other fields are missing or odd is still a row.
/// </summary>
/// <param name="Id">The id.</param>
/// <param name="Subject">The subject as sent: untrusted text, empty when Make gave none.</param>
/// <param name="Read">When it was read, in UTC; null while it is unread (published sample), and when Make gave no date.</param>
/// <param name="Created">When it was created, in UTC; the default when Make gave no date.</param>
/// <param name="Type">
/// The kind. Only 1 (an error in a scenario) appears in anything Make publishes; any other number is kept, and 0 stands for none.
/// </param>
public sealed record NotificationSummary(
    NotificationId Id,
    [property: JsonConverter(typeof(ShownText))] string Subject = "",
    [property: JsonConverter(typeof(ShownDate))] DateTimeOffset? Read = null,
    [property: JsonConverter(typeof(ShownDateOrDefault))] DateTimeOffset Created = default,
    [property: JsonConverter(typeof(ShownNumber))] int Type = 0);
