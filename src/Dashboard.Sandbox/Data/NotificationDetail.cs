using System.Text.Json.Serialization;

namespace Dashboard.Sandbox.Data;

/// <summary>A notification with its HTML body (make-api §6.2).</summary>
internal sealed record NotificationDetail(ulong Id, string Subject, DateTimeOffset? Read, DateTimeOffset Created, int Type, [property: JsonPropertyOrder(1)] string Body)
    : Notification(Id, Subject, Read, Created, Type);
