using System.Text.Json.Serialization;
using Dashboard.Sandbox.Api;

namespace Dashboard.Sandbox.Data;

/// <summary>A row of the list, in Make's published form (make-api §6.1): the id is a string, the times have milliseconds and end in Z.</summary>
internal record Notification(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong Id,
    string Subject,
    [property: JsonConverter(typeof(TimestampConverter))] DateTimeOffset? Read,
    [property: JsonConverter(typeof(TimestampConverter))] DateTimeOffset Created,
    int Type);
